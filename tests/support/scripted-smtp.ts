import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type SecureContextOptions, TLSSocket } from 'node:tls';

export type Step = 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'dot' | 'QUIT';

export type Session = {
  /** The command as it came. */
  line: string;
  /** How often this step came on this connection, from 1. */
  count: number;
  say(text: string): void;
  /** Answers the next lines on this connection, whatever they are: the middle of an AUTH. */
  answerNext(...answers: string[]): void;
  /** Sends FIN after what was said. */
  hangUp(): void;
  /** Sends RST. */
  reset(): void;
};

/** A line to say, or an act of its own on the session. */
type Reaction = string | ((session: Session) => string | undefined | Promise<string | undefined>);
export type Script = Partial<Record<Step, Reaction>>;

export type ScriptedSmtp = {
  port: number;
  connections(): number;
  /** Command lines of all connections, in order. */
  commands: string[];
  /** Messages that were ended by a dot. */
  messages: string[];
  /** Resolves when a step comes for the n-th time on any connection. */
  reached(step: Step, times?: number): Promise<void>;
  close(): Promise<void>;
};

export const usualReplies: Record<Step, string> = {
  greeting: '220 scripted ESMTP',
  EHLO: '250-scripted\r\n250-PIPELINING\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 60000000',
  STARTTLS: '220 go ahead',
  AUTH: '235 welcome',
  MAIL: '250 sender ok',
  RCPT: '250 recipient ok',
  DATA: '354 go ahead',
  body: '',
  dot: '250 2.0.0 queued as 4711',
  QUIT: '221 bye',
};

const endOfBody = '\r\n.\r\n';

/** An SMTP server that does at each step exactly what the script says; `tls` is used after STARTTLS, or from the start if `implicit`. */
export async function scriptedSmtp(
  script: Script,
  tls?: SecureContextOptions & { implicit?: boolean },
): Promise<ScriptedSmtp> {
  const commands: string[] = [];
  const messages: string[] = [];
  const open = new Set<Socket>();
  const counts = new Map<Step, number>();
  const waiting: { step: Step; times: number; resolve: () => void }[] = [];
  let connections = 0;

  const arrive = (step: Step) => {
    const times = (counts.get(step) ?? 0) + 1;
    counts.set(step, times);
    for (const wait of waiting) if (wait.step === step && wait.times <= times) wait.resolve();
  };

  const server = createServer((raw) => {
    connections++;
    open.add(raw);
    raw.on('close', () => open.delete(raw)).on('error', () => {}); // resets are part of the game
    if (tls?.implicit) talk(secure(raw), raw, 'greeting');
    else talk(raw, raw, 'greeting');
  });
  const secure = (raw: Socket) => {
    const socket = new TLSSocket(raw, { isServer: true, ...tls });
    socket.on('error', () => {}); // a client that refuses the certificate
    return socket;
  };

  const talk = (socket: Socket, raw: Socket, first?: Step) => {
    const seen = new Map<Step, number>();
    let text = '';
    const prepared: string[] = [];
    let inBody = false;
    let queue = Promise.resolve();

    const react = async (step: Step, line: string) => {
      const count = (seen.get(step) ?? 0) + 1;
      seen.set(step, count);
      arrive(step);
      const reaction = script[step] ?? usualReplies[step];
      const say = (words: string) => void socket.write(words);
      const answerNext = (...answers: string[]) => void prepared.push(...answers);
      const session = {
        line,
        count,
        say,
        answerNext,
        hangUp: () => void socket.end(),
        reset: () => void raw.resetAndDestroy(),
      };
      const answer = typeof reaction === 'string' ? reaction : await reaction(session);
      if (answer) say(`${answer}\r\n`);
      return answer ?? '';
    };
    const obey = async (line: string) => {
      commands.push(line);
      const canned = prepared.shift();
      if (canned !== undefined) return void socket.write(`${canned}\r\n`);
      const verb = line.split(' ')[0]?.toUpperCase() as Step;
      if (!(verb in usualReplies)) return void socket.write('502 what\r\n');
      const answer = await react(verb, line);
      inBody = verb === 'DATA' && answer.startsWith('3');
      if (verb === 'QUIT') socket.end();
      if (verb !== 'STARTTLS' || !answer.startsWith('2')) return;
      socket.removeAllListeners('data');
      talk(secure(raw), raw);
    };
    const cut = (end: string) => {
      const at = text.indexOf(end);
      if (at < 0) return undefined;
      const piece = text.slice(0, at);
      text = text.slice(at + end.length);
      return piece;
    };
    const next = () => cut(inBody ? endOfBody : '\r\n');
    const read = async () => {
      for (let piece = next(); piece !== undefined; piece = next()) await (inBody ? take(piece) : obey(piece));
      if (inBody && text) await react('body', '');
    };
    const take = async (message: string) => {
      inBody = false;
      messages.push(message);
      await react('dot', '.');
    };
    socket.on('data', (chunk: Buffer) => {
      queue = queue.then(() => {
        text += chunk.toString('latin1');
        return read();
      });
    });
    if (first) queue = queue.then(() => react(first, '')).then(() => {});
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    commands,
    messages,
    reached: (step, times = 1) =>
      new Promise((resolve) => {
        if ((counts.get(step) ?? 0) >= times) resolve();
        else waiting.push({ step, times, resolve });
      }),
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
