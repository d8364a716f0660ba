import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeStep, ProbeSummary } from '../../../domain/probe.ts';
import { runProbe } from '../../../native-host/probe/run-probe.ts';
import type { Trial } from '../../../native-host/probe/trial.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { plainServer, sampleJob } from '../../support/sample-job.ts';
import { scriptedSmtp } from '../../support/scripted-smtp.ts';
import { makeCertificates } from './certificates.ts';
import { sender } from './set-ups.ts';
import { trialOf } from './trial-of.ts';

/** Whoever took the connection is waited for as long as by a send: a server that greets late is no failure. */

const soon = 100;
const late = 30_000;
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

describe('a server that greets late: a green test with a note, and the mail arrives', () => {
  test.each(['none', 'tls', 'ssl'] as const)('%s', async (security) => {
    const { cert, key, pin } = certificates['self-signed'];
    const held = Promise.withResolvers<void>();
    const greeting = () => held.promise.then(() => '220 at last');
    const smtp = await scriptedSmtp({ greeting }, { cert, key, implicit: security === 'ssl' });
    const server = plainServer(smtp.port, { host: 'localhost', security, ...(security !== 'none' && { pin }) });
    const told: string[] = [];
    const { summary, steps } = await run(trialOf(server, { slow: soon, greeting: late }), ({ step, state }) => {
      told.push(`${step} ${state}`);
      if (state === 'waiting') held.resolve();
    });
    expect(told.filter((news) => news.startsWith('greeting'))).toEqual(['greeting waiting', 'greeting warning']);
    expect(steps.find(({ step, state }) => step === 'greeting' && state === 'warning')?.facts).toEqual({ slow: true });
    expect(summary.verdict).toBe('passed');
    const { job, pdf } = sampleJob(server, { mail: { to: [{ name: '', address: sender }] } });
    await companion.client.call('submit', job, { upload: pdf });
    expect((await companion.settled(job.mail.id)).state).toBe('sent');
    await smtp.close();
  });
});

test.each([
  ['none', 'greeting', 'greeting-timeout'],
  ['tls', 'greeting', 'greeting-timeout'],
  ['ssl', 'encryption', 'connection-timeout'],
] as const)(
  'a server that takes connections and never says a word, %s: told after the time of a send',
  async (security, step, code) => {
    const mute = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1'); // the probe gives up
    await once(mute, 'listening');
    const server = plainServer((mute.address() as AddressInfo).port, { security });
    const { steps } = await run(trialOf(server, { slow: soon, greeting: 4 * soon, handshake: 4 * soon }));
    expect(steps.slice(-2)).toMatchObject([
      { step, state: 'waiting' },
      { step, state: 'failed', failure: { code }, fixes: [] },
    ]);
    expect(steps.at(-1)?.ms).toBeGreaterThanOrEqual(4 * soon);
    mute.close();
  },
);

test('a port that wants SSL from the start is told at the first silence, not after the last', async () => {
  const { cert, key } = certificates['self-signed'];
  const smtp = await scriptedSmtp({}, { cert, key, implicit: true });
  const { steps } = await run(trialOf(plainServer(smtp.port, { security: 'tls' }), { slow: soon, greeting: late }));
  expect(steps.at(-1)).toMatchObject({ step: 'greeting', failure: { code: 'greeting-timeout' } });
  expect(steps.at(-1)?.fixes).toEqual([{ kind: 'way', port: smtp.port, security: 'ssl' }]);
  await smtp.close();
});

type Told = (step: ProbeStep) => void;

async function run(trial: Trial, told: Told = () => {}): Promise<{ summary: ProbeSummary; steps: ProbeStep[] }> {
  const steps: ProbeStep[] = [];
  const summary = await runProbe(trial, (step) => {
    steps.push(step);
    told(step);
  });
  return { summary, steps };
}
