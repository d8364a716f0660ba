import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeStep } from '../../../domain/probe.ts';
import type { Server } from '../../../domain/profile.ts';
import { ensureProgram } from '../../../scripts/set-up.mjs';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { type Postfix, startPostfix } from '../../support/postfix.ts';
import { sampleJob } from '../../support/sample-job.ts';

const isRoot = process.getuid?.() === 0;
const program = isRoot ? ensureProgram('postfix') : undefined;

describe.skipIf(!program)('against a real Postfix with STARTTLS and login', () => {
  const dataDir = makeDataDir();
  let companion: Companion;
  let postfix: Postfix;

  beforeAll(async () => {
    postfix = await startPostfix(String(program));
    companion = await greetedCompanion(dataDir);
  });
  afterAll(async () => {
    await companion?.leave();
    postfix?.stop();
    await removeDataDir(dataDir);
  });

  test('green, and the mail is delivered', async () => {
    const { verdict, steps } = await probe();
    expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'name ok',
      'connect ok',
      'greeting ok',
      'encryption ok',
      'certificate ok',
      'login-offered ok',
      'login ok',
      'sender ok',
      'recipient ok',
      'size ok',
    ]);
    expect(verdict).toBe('passed');
    const { host, port, login } = settings();
    await companion.client.call('saveSecret', {
      owner: { host, port, login },
      secret: postfix.login.pass,
      store: 'file',
    });
    const { job, pdf } = sampleJob(settings(), { mail: { to: [{ name: '', address: 'ann@keep.example' }] } });
    await companion.client.call('submit', job, { upload: pdf });
    expect(await companion.settled(job.mail.id)).toMatchObject({ state: 'sent' });
    await expect.poll(() => postfix.delivered().length, { timeout: 10_000 }).toBe(1);
  });

  test('a wrong password stops at the login', async () => {
    const { verdict, steps } = await probe('wrong');
    expect(verdict).toBe('failed');
    expect(steps.at(-1)).toMatchObject({ step: 'login', failure: { code: 'login-refused' } });
  });

  test('without login it stops where Postfix would refuse the mail', async () => {
    const { steps } = await probe('', { authentication: 'none', login: '' });
    expect(steps.at(-1)).toMatchObject({ step: 'recipient', state: 'failed', failure: { code: 'recipient-refused' } });
  });

  function settings(changes: Partial<Server> = {}): Server {
    const { port, certificate, login } = postfix;
    const server = { host: '127.0.0.1', port, security: 'tls', pin: certificate.pin } as const;
    return { ...server, authentication: 'password', login: login.user, ...changes };
  }

  async function probe(secret = postfix.login.pass, changes: Partial<Server> = {}) {
    const id = randomUUID();
    const steps: ProbeStep[] = [];
    companion.client.onEvent('probe-step', (body) => {
      const news = body as { id: string; step: ProbeStep };
      if (news.id === id) steps.push(news.step);
    });
    const request = { id, server: settings(changes), sender: 'billing@corp.example', disabled: [] };
    const { verdict } = await companion.client.call('probe', { ...request, ...(secret && { secret }) });
    return { verdict, steps };
  }
});
