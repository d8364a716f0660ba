import { readFileSync } from 'node:fs';
import { isFinal, type Outcome, outcomeSchema } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { type Sample, sampleJob } from '../../tests/support/sample-job.ts';
import { type LaunchedCompanion, launchCompanion } from '../launched-companion.ts';
import { type Case, from, subject, text, to } from './case.ts';

export type Ours = {
  /** ms from the hand-over of so many mails to the last one's "sent". */
  send(given: Case, count?: number): Promise<number>;
  close(): Promise<void>;
};

/** Resolves with a mail's result. */
type Settled = (id: string) => Promise<Outcome>;

/** Our companion as a browser has it when a popup is open: running, greeted, its contract loaded, no courier yet. @param program of an installation */
export async function openOurs(given: Case, program: string): Promise<Ours> {
  const companion = launchCompanion(program);
  await companion.hello();
  const settled = listen(companion);
  const server = accountOf(given);
  const { host, port, login } = server;
  const owner = { host, port, login };
  await companion.client.call('saveSecret', { owner, secret: given.postfix.login.pass, store: 'file' });
  return {
    async send({ pdf }, count = 1) {
      const bytes = readFileSync(pdf);
      const samples = Array.from({ length: count }, () => sampleOf(server, bytes));
      const start = performance.now();
      await deliverAll(companion, samples, settled);
      return performance.now() - start;
    },
    close: companion.leave,
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

/** As the extension does it: one hand-over after the other, while the courier sends what it has. */
async function deliverAll({ client }: LaunchedCompanion, samples: Sample[], settledOf: Settled): Promise<void> {
  const ends: Promise<Outcome>[] = [];
  for (const { job, pdf } of samples) {
    const settled = settledOf(job.mail.id);
    const answer = await client.call('submit', job, { upload: pdf });
    ends.push(isFinal(answer.state) ? Promise.resolve(answer) : settled);
  }
  for (const { state, failure } of await Promise.all(ends))
    if (state !== 'sent') throw new Error(`the mail was not sent: ${state} ${failure?.code} ${failure?.detail}`);
}

/** One listener for all mails, as the extension has it. */
function listen({ client }: LaunchedCompanion): Settled {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  client.onEvent('outcome', (body) => {
    const outcome = z.parse(outcomeSchema, body);
    if (isFinal(outcome.state)) waiting.get(outcome.id)?.(outcome);
  });
  return (id) => new Promise((resolve) => waiting.set(id, resolve));
}
