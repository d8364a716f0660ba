import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, from, subject, text, to } from './case.ts';
import { runProgram } from './run-program.ts';

const peers = join(import.meta.dirname, '../peers');

function server({ postfix, ca }: Case): object {
  const { user, pass } = postfix.login;
  const tls = { ca: readFileSync(ca, 'utf8'), minVersion: 'TLSv1.2' };
  return { host: 'localhost', port: postfix.port, requireTLS: true, auth: { user, pass }, tls };
}

function mail({ pdf }: Case): object {
  return { from, to, subject, text, attachments: [{ path: pdf, contentType: 'application/pdf' }] };
}

/** A whole Node that sends one mail from a file. */
export async function runScript(given: Case): Promise<void> {
  const order = join(given.folder, 'script.json');
  writeFileSync(order, JSON.stringify({ server: server(given), mail: mail(given) }));
  await runProgram(process.execPath, [join(peers, 'nodemailer-script.mjs'), order]);
}

export type Pool = {
  /** ms for so many mails at once. */
  send(given: Case, count: number): Promise<number>;
  close(): void;
};

/** nodemailer's own pool in a Node that is running already. */
export function openPool(maxConnections: number): Pool {
  const program = fork(join(peers, 'nodemailer-pool.ts'));
  return {
    async send(given, count) {
      const answer = once(program, 'message');
      program.send({ server: { ...server(given), maxConnections, maxMessages: 1e9 }, mail: mail(given), count });
      return Number((await answer)[0]);
    },
    close: () => program.disconnect(),
  };
}
