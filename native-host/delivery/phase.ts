import type { SMTPTransportOptions } from 'nodemailer';
import { followDialogue } from './dialogue.ts';
import { createGate, type Gate } from './gate.ts';
import { replyCode } from './reply-code.ts';
import { createWatchdog, patience } from './watchdog.ts';

/** Why we broke the dialogue off ourselves: the server fell silent, offers no login, or wants a message nobody is to get. */
export type BrokenOff = 'silence' | 'no-login' | 'nobody';

export type Phase = {
  logger: NonNullable<SMTPTransportOptions['logger']>;
  signal: AbortSignal;
  gate: Gate;
  /** The server's replies to RCPT TO, in the order of the envelope. */
  recipientReplies: string[];
  /** Its reply to MAIL FROM. */
  senderReply(): string;
  brokenOff(): BrokenOff | undefined;
  end(): void;
};

export type PhaseOptions = {
  /** A login is to be made; `startTls`: the first EHLO is answered in plain text and says nothing about it yet. */
  login: boolean;
  startTls: boolean;
  beforeLastByte(): void;
  onBytes(count: number): void;
};

/** Follows one message through one connection: how far it is, and whether its last byte may have left. */
export function trackPhase(options: PhaseOptions): Phase {
  const abort = new AbortController();
  const recipientReplies: string[] = [];
  let senderReply = '';
  let brokenOff: BrokenOff | undefined;
  let greetingsToCome = options.startTls ? 2 : 1;

  const breakOff = (why: BrokenOff) => {
    brokenOff ??= why;
    abort.abort();
  };
  const watchdog = createWatchdog(() => breakOff('silence'));
  const gate = createGate(
    () => {
      options.beforeLastByte();
      watchdog.wait(patience.answer);
    },
    (count) => {
      watchdog.wait(patience.data);
      options.onBytes(count);
    },
  );
  const onData = (line: string) => {
    const code = replyCode(line);
    if (code >= 400) return;
    const nobody = replyCode(senderReply) >= 400 || recipientReplies.every((reply) => replyCode(reply) >= 400);
    if (nobody) breakOff('nobody');
    else gate.open();
  };
  const logger = followDialogue({
    spoke: () => watchdog.wait(gate.isPassed() ? patience.answer : patience.command),
    answered(verb, line) {
      if (verb === 'MAIL') senderReply = line;
      if (verb === 'RCPT') recipientReplies.push(line);
      if (verb === 'DATA') onData(line);
      if (verb !== 'EHLO' || --greetingsToCome > 0) return;
      if (options.login && !/^250[ -]AUTH[ =]/im.test(line)) breakOff('no-login');
    },
  });

  return {
    logger,
    signal: abort.signal,
    gate,
    recipientReplies,
    senderReply: () => senderReply,
    brokenOff: () => brokenOff,
    end() {
      watchdog.stop();
      gate.close();
    },
  };
}
