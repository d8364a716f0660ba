import type { Socket } from 'node:net';
import type { TabpostError } from '../../domain/failure.ts';
import { fault } from './fault.ts';
import { createReplyReader } from './reply-reader.ts';
import type { Trial } from './trial.ts';

/** Both directions of an SMTP dialogue. */
export type Line = {
  socket: Socket;
  /** Says a command. @param shown stands in the transcript in place of a secret */
  say(command: string, shown?: string): void;
  /**
   * The next reply, all its lines.
   * @param timeout what `delivery/failures` calls silence here
   * @throws TabpostError after `ms` of silence, or when the connection breaks
   */
  hear(ms: number, timeout?: string): Promise<string>;
  /** Stops listening, so that the socket can be encrypted. What came in plain text before is thrown away (RFC 3207 6). */
  release(): void;
};

type Waiter = { resolve(text: string): void; reject(error: TabpostError): void };

/** Replies nobody asked for; a server that sends more is no mail server. */
const maxUnread = 100;

export function openLine(socket: Socket, trial: Trial): Line {
  const unread: string[] = [];
  let waiter: Waiter | undefined;
  let broken: TabpostError | undefined;

  const fail = (error: TabpostError) => {
    broken ??= error;
    waiter?.reject(broken);
    waiter = undefined;
  };
  const flood = () => {
    fail(fault(trial, { code: 'EPROTOCOL', original: 'REPLY_TOO_LONG' }));
    socket.destroy();
  };
  const receive = createReplyReader((text) => {
    trial.transcript.server(text);
    if (waiter) waiter.resolve(text);
    else if (unread.push(text) > maxUnread) flood();
    waiter = undefined;
  }, flood);
  const onError = ({ code = '' }: NodeJS.ErrnoException) => fail(fault(trial, { code: 'ESOCKET', original: code }));
  const onEnd = () => fail(fault(trial, { code: 'ECONNECTION' }));
  socket.on('data', receive).on('error', onError).on('end', onEnd).on('close', onEnd);

  return {
    socket,
    say(command, shown = command) {
      trial.transcript.client(shown);
      socket.write(`${command}\r\n`);
    },
    hear: (ms, timeout = '') =>
      new Promise((resolve, reject) => {
        const early = unread.shift();
        if (early !== undefined) return resolve(early);
        if (broken) return reject(broken);
        const timer = setTimeout(() => fail(fault(trial, { code: 'ETIMEDOUT', timeout })), ms);
        waiter = {
          resolve(text) {
            clearTimeout(timer);
            resolve(text);
          },
          reject(error) {
            clearTimeout(timer);
            reject(error);
          },
        };
      }),
    release() {
      unread.length = 0;
      socket.off('data', receive).off('error', onError).off('end', onEnd).off('close', onEnd);
    },
  };
}
