import { readFileSync } from 'node:fs';
import { isFinal, type Outcome, outcomeSchema } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { type Sample, sampleJob } from '../../tests/support/sample-job.ts';
import { type InstalledCompanion, installCompanion } from '../installed-companion.ts';
import { type LaunchedCompanion, launchCompanion } from '../launched-companion.ts';
import { type Case, from, subject, text, to } from './case.ts';

export type Ours = {
  /** ms from the hand-over of so many mails to the last one's "sent". */
  send(given: Case, count?: number): Promise<number>;
  close(): Promise<void>;
};

/** Our companion as a browser has it when a popup is open: running, greeted, its contract loaded, no courier yet. */
export async function openOurs(given: Case): Promise<Ours> {
  const installed = installCompanion();
  const companion = launchCompanion(installed.program);
  await companion.hello();
  const server = accountOf(given);
  const { host, port, login } = server;
  const owner = { host, port, login };
  await companion.client.call('saveSecret', { owner, secret: given.postfix.login.pass, store: 'file' });
  return {
    async send({ pdf }, count = 1) {
      const bytes = readFileSync(pdf);
      const samples = Array.from({ length: count }, () => sampleOf(server, bytes));
      const start = performance.now();
      await Promise.all(samples.map((sample) => deliver(companion, sample)));
      return performance.now() - start;
    },
    close: () => close(installed, companion),
  };
}

function accountOf({ postfix }: Case) {
  const server = { host: 'localhost', port: postfix.port, security: 'tls', authentication: 'password' } as const;
  return { ...server, login: postfix.login.user, pin: postfix.certificate.pin };
}

function sampleOf(server: ReturnType<typeof accountOf>, bytes: Buffer): Sample {
  const mail = { from: { name: '', address: from }, to: [{ name: '', address: to }], subject, text };
  return sampleJob(server, { mail, bytes });
}

async function deliver({ client }: LaunchedCompanion, { job, pdf }: Sample): Promise<void> {
  const settled = finalOutcome(client, job.mail.id);
  const answer = await client.call('submit', job, { upload: pdf });
  const { state, failure } = isFinal(answer.state) ? answer : await settled;
  if (state !== 'sent') throw new Error(`the mail was not sent: ${state} ${failure?.code} ${failure?.detail}`);
}

function finalOutcome(client: LaunchedCompanion['client'], id: string): Promise<Outcome> {
  return new Promise((resolve) => {
    client.onEvent('outcome', (body) => {
      const outcome = z.parse(outcomeSchema, body);
      if (outcome.id === id && isFinal(outcome.state)) resolve(outcome);
    });
  });
}

async function close({ remove }: InstalledCompanion, companion: LaunchedCompanion): Promise<void> {
  await companion.leave();
  remove();
}
