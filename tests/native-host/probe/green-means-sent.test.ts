import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../domain/failure.ts';
import type { ProbeStep, ProbeSummary } from '../../../domain/probe.ts';
import type { Server } from '../../../domain/profile.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { plainServer, sampleJob } from '../../support/sample-job.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../../support/scripted-smtp.ts';
import { makeCertificates, type TestCertificate } from './certificates.ts';
import { green, password, red, type SetUp, sender } from './set-ups.ts';

/** The same values, once tested and once sent with: the test is green exactly when the mail arrives. */

const dataDir = makeDataDir();
let companion: Companion;
let certificates: Awaited<ReturnType<typeof makeCertificates>>;

beforeAll(async () => {
  certificates = await makeCertificates();
  companion = await greetedCompanion(dataDir);
});
afterAll(async () => {
  await companion.leave();
  await removeDataDir(dataDir);
});

describe('green test: the mail arrives', () => {
  test.each(green)('$name', async (row) => {
    const { summary, steps, outcome, server } = await both(row);
    expect(steps.filter(({ state }) => state === 'failed')).toEqual([]);
    expect({ verdict: summary.verdict, state: outcome.state }).toEqual({ verdict: 'passed', state: 'sent' });
    expect(server.messages).toHaveLength(1);
    expect(secretIn({ summary, steps }, row)).toBe(false);
  });
});

describe('red test: no mail arrives, for the same reason', () => {
  test.each(red)('$name: $fails, $code', async (row) => {
    const { summary, steps, outcome, server } = await both(row);
    expect(steps.at(-1)).toMatchObject({ step: row.fails, state: 'failed', failure: { code: row.code } });
    expect(summary.verdict).toBe('failed');
    expect(outcome.state).not.toBe('sent');
    expect(outcome.code).toBe(row.code);
    expect(server.messages).toEqual([]);
    expect(secretIn({ summary, steps }, row)).toBe(false);
    expect(offersPin(steps)).toBe(/nobody vouches|same with SSL|of an unknown/.test(row.name));
  });
});

const outdated = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;

type Outcome = { state: string; code?: FailureCode };
type Both = { summary: ProbeSummary; steps: ProbeStep[]; outcome: Outcome; server: ScriptedSmtp };

async function both(row: SetUp): Promise<Both> {
  const { certificate = 'self-signed', security = 'none', really = security } = row;
  const own = certificates[certificate];
  const tls = { cert: own.cert, key: own.key, implicit: really === 'ssl', ...(row.oldest && outdated) };
  const smtp = await scriptedSmtp(row.script ?? {}, tls);
  if (row.code === 'connection-refused') await smtp.close();
  const server = settingsFor(row, smtp.port, own);
  try {
    const { summary, steps } = await probe(server, row);
    expect(smtp.commands.filter((line) => line.startsWith('AUTH')).length).toBeLessThanOrEqual(1);
    return { summary, steps, outcome: await send(server, row), server: smtp };
  } finally {
    if (row.code !== 'connection-refused') await smtp.close();
  }
}

function settingsFor({ security = 'none', login, pin }: SetUp, port: number, own: TestCertificate): Server {
  const another = certificates.misnamed;
  return plainServer(port, {
    host: 'localhost',
    security,
    ...(login && { authentication: 'password', login: sender }),
    ...(pin && { pin: pin === 'own' ? own.pin : another.pin }),
  });
}

async function probe(server: Server, row: SetUp): Promise<{ summary: ProbeSummary; steps: ProbeStep[] }> {
  const id = randomUUID();
  const steps: ProbeStep[] = [];
  companion.client.onEvent('probe-step', (body) => {
    const news = body as { id: string; step: ProbeStep };
    if (news.id === id) steps.push(news.step);
  });
  const secret = row.login ? (row.password ?? password) : '';
  const { disabled = [], size = 5000 } = row;
  const summary = await companion.client.call('probe', {
    id,
    server,
    sender,
    disabled,
    size,
    ...(secret && { secret }),
  });
  return { summary, steps };
}

async function send(server: Server, row: SetUp): Promise<Outcome> {
  const { host, port, login } = server;
  const secret = row.password ?? password;
  if (row.login && secret)
    await companion.client.call('saveSecret', { owner: { host, port, login }, secret, store: 'file' });
  const to = [{ name: '', address: sender }];
  const { disabled = [], size = 5000 } = row;
  const { job, pdf } = sampleJob(server, { mail: { to }, size, disabled });
  try {
    await companion.client.call('submit', job, { upload: pdf });
  } catch (error) {
    return { state: 'refused', code: (error as { code: FailureCode }).code };
  }
  const { state, failure } = await companion.settled(job.mail.id);
  return { state, ...(failure && { code: failure.code }) };
}

function offersPin(steps: ProbeStep[]): boolean {
  return steps.some(({ fixes }) => fixes.some(({ kind }) => kind === 'pin'));
}

function secretIn(said: unknown, row: SetUp): boolean {
  const secret = row.password || password;
  const text = JSON.stringify(said) + companion.printed();
  const forms = [
    secret,
    Buffer.from(secret).toString('base64'),
    Buffer.from(`\0${sender}\0${secret}`).toString('base64'),
  ];
  return forms.some((form) => text.includes(JSON.stringify(form).slice(1, -1)));
}
