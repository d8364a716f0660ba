import type { Readable } from 'node:stream';
import type { SMTPConnectionEnvelope } from 'nodemailer/lib/smtp-connection';
import { followDialogue } from './dialogue.ts';
import { hastenLines } from './hasten-lines.ts';
import type { Envelope } from './message.ts';
import type { ServerOptions } from './server-options.ts';
import { createWatchdog, type Step } from './watchdog.ts';

/** Why we broke the dialogue off ourselves: silence at a step, no login offered, nobody is to get the message, or it was taken back. */
export type BrokenOff = Step | 'no-login' | 'nobody' | 'cancelled';

/** What the mail that is on a connection hears of it. */
export type Listener = {
  answered(verb: 'MAIL' | 'RCPT' | 'DATA', line: string): void;
  /** The whole message may be at the server: its answer may take long. */
  isPassed(): boolean;
};

/** One logged-in dialogue with a server. It takes one mail after the other, never two at once, so phases of two mails cannot mix. */
export type Connection = {
  /** Resolves when mail may be sent. @throws nodemailer's error */
  ready: Promise<void>;
  isOpen(): boolean;
  /** Bytes of a message the server takes, 0 when it does not say. */
  limit(): number;
  brokenOff(): BrokenOff | undefined;
  listen(listener: Listener | undefined): void;
  /** Starts waiting anew for this step. */
  wait(step: Step): void;
  breakOff(why: BrokenOff): void;
  /** Resolves with the server's complete 250, and with nothing else. @throws nodemailer's error */
  send(envelope: Envelope, message: Readable): Promise<string>;
  /** Makes a connection whose mail was refused fit for the next one; false when it is lost. */
  reset(): Promise<boolean>;
  /** Says goodbye. */
  quit(): void;
  /** Ends it without a word: in the middle of a message every word would be part of it. */
  drop(): void;
};

/** Opens a connection, with encryption and login as the options want it. Fails through `ready`. */
export async function openConnection(options: ServerOptions): Promise<Connection> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  let listener: Listener | undefined;
  let brokenOff: BrokenOff | undefined;
  let abandon: ((error: Error) => void) | undefined;
  let open = true;
  let limit = 0;
  let offersLogin = false;

  const breakOff = (why: BrokenOff) => {
    brokenOff ??= why;
    abandon?.(ended('EABORT'));
    smtp.close();
  };
  const watchdog = createWatchdog(breakOff);
  const logger = followDialogue({
    connected: () => watchdog.wait('greeting'),
    spoke: () => watchdog.wait(listener?.isPassed() ? 'answer' : 'command'),
    answered(verb, line) {
      if (verb !== 'EHLO') return listener?.answered(verb, line);
      limit = Number(/^250[ -]SIZE (\d{1,15})\b/im.exec(line)?.[1] ?? 0);
      offersLogin = /^250[ -]AUTH[ =]/im.test(line);
    },
  });
  const smtp = new SMTPConnection({ ...options, logger, transactionLog: true });

  /** One thing at a time waits for the server; whatever ends the connection ends the waiting. */
  const attempt = <Result>(act: (done: (error?: Error | null, result?: Result) => void) => void) =>
    new Promise<Result>((resolve, reject) => {
      abandon = reject;
      act((error, result) => (error ? reject(error) : resolve(result as Result)));
    }).finally(() => {
      abandon = undefined;
      watchdog.stop();
    });

  smtp.on('error', (error) => abandon?.(error));
  smtp.on('end', () => {
    open = false;
    watchdog.stop();
    setImmediate(() => abandon?.(ended('ECONNECTION'))); // after a 421 the error with its words comes only now
  });

  const connect = async () => {
    watchdog.wait('connection');
    await attempt((done) => smtp.connect(done));
    const { auth } = options;
    if (!auth) return;
    if (!offersLogin) return refuseLogin();
    await attempt((done) => smtp.login({ user: auth.user, credentials: auth }, done));
  };
  const refuseLogin = () => {
    breakOff('no-login');
    throw ended('EABORT');
  };
  const ready = connect().catch((error: unknown) => {
    smtp.close();
    throw error;
  });
  ready.catch(() => {}); // whoever sends over it hears of it

  return {
    ready,
    isOpen: () => open,
    limit: () => limit,
    brokenOff: () => brokenOff,
    listen: (next) => {
      listener = next;
    },
    wait: watchdog.wait,
    breakOff,
    async send(envelope, message) {
      const { response } = await attempt<{ response: string }>((done) =>
        // nodemailer's type names fields, too, that it fills in itself
        smtp.send(envelope as SMTPConnectionEnvelope, hastenLines(message), done),
      );
      return response;
    },
    reset: () =>
      attempt((done) => smtp.reset(done)).then(
        () => open,
        () => false,
      ),
    drop: () => smtp.close(),
    quit: () => (open ? smtp.quit() : smtp.close()),
  };
}

/** In nodemailer's words. */
function ended(code: 'EABORT' | 'ECONNECTION'): Error {
  return Object.assign(new Error('Connection closed'), { code, command: 'CONN' });
}
