import type { SMTPTransportOptions } from 'nodemailer';
import { replyCode } from './reply-code.ts';

type Verb = 'EHLO' | 'MAIL' | 'RCPT' | 'DATA';

export type DialogueEvents = {
  /** The socket is open; the server has the next word. */
  connected(): void;
  /** The server answered one of these commands; `line` is its reply. */
  answered(verb: Verb, line: string): void;
  /** Either side said something. */
  spoke(): void;
};

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/**
 * A logger for nodemailer that learns how far the SMTP dialogue has come: nodemailer itself reports a drop before DATA and
 * one after the final dot with the same error. Commands are pipelined, so replies are matched in order. Nothing is stored.
 * Needs `transactionLog`; `debug` must stay off, it logs the body.
 */
export function followDialogue(events: DialogueEvents): NonNullable<SMTPTransportOptions['logger']> {
  const asked: Verb[] = [];
  const hear = (entry: { tnx?: string; remotePort?: number } | undefined, text: unknown) => {
    const line = String(text);
    if (entry?.tnx === 'network' && entry.remotePort !== undefined) events.connected();
    if (entry?.tnx === 'client') {
      events.spoke();
      const verb = /^(EHLO|MAIL|RCPT|DATA)\b/.exec(line)?.[1];
      if (verb) asked.push(verb as Verb);
    }
    if (entry?.tnx !== 'server') return;
    events.spoke();
    const verb = replyCode(line) > 0 ? asked.shift() : undefined;
    if (verb) events.answered(verb, line);
  };
  return Object.fromEntries(levels.map((level) => [level, hear]));
}
