import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import type { Server } from '../../domain/profile.ts';
import { badInputs } from '../domain/bad-inputs.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, sampleJob } from '../support/sample-job.ts';
import { type Script, scriptedSmtp } from '../support/scripted-smtp.ts';
import { issue, type TestCertificate } from './probe/certificates.ts';

type Case = {
  script?: Script;
  /** Speaks TLS with this certificate. */
  tls?: boolean;
  settings?: (own: TestCertificate, other: TestCertificate) => Partial<Server>;
  recipients?: string[];
  state: Outcome['state'];
  failure?: object;
  /** Commands that must not have been given. */
  never?: RegExp;
};

const login = { authentication: 'password', login: 'billing@corp.example' } as const;
const password = 'SECRETpw';
const hangUp =
  (answer: string | undefined): Script['dot'] =>
  ({ hangUp: drop, say }) => {
    if (answer) say(answer);
    drop();
    return undefined;
  };

/** By the row's input: what a server does, and what must become of the mail. */
const cases: Record<string, Case> = {
  '{"strip":"STARTTLS"}': {
    script: { EHLO: '250-x\r\n250 AUTH PLAIN', STARTTLS: '502 what' },
    settings: () => ({ ...login, security: 'tls' }),
    state: 'not-sent',
    failure: { code: 'tls-unavailable' },
    never: /^(?:AUTH|MAIL)/,
  },
  '{"authMissing":true}': {
    script: { EHLO: '250-x\r\n250 SIZE 60000000' },
    settings: () => login,
    state: 'not-sent',
    failure: { code: 'login-unsupported' },
    never: /^(?:AUTH|MAIL)/,
  },
  '{"greeting":"220-xxxxxxxxxx never ends"}': {
    script: { greeting: `220-${'x'.repeat(1_500_000)}` },
    state: 'not-sent',
    failure: { code: 'server-refused' },
  },
  '{"reply":"535 your password SECRETpw is wrong"}': {
    script: { AUTH: '535 your password SECRETpw is wrong' },
    settings: () => login,
    state: 'not-sent',
    failure: { code: 'login-refused', detail: expect.not.stringContaining(password) },
  },
  '{"reply":"550 <img src=x onerror=alert(1)>"}': {
    script: { MAIL: '550 <img src=x onerror=alert(1)>' },
    state: 'rejected',
    failure: { code: 'sender-refused', detail: '550 <img src=x onerror=alert(1)>' },
  },
  '{"rcpt":"all 550 but DATA 354"}': {
    script: { RCPT: '550 nobody' },
    state: 'rejected',
    failure: { code: 'recipient-refused' },
  },
  '{"rcpt":"one 550 of two"}': {
    script: { RCPT: ({ line }) => (line.includes('bob@') ? '550 nobody' : '250 ok') },
    recipients: ['ann@x.example', 'bob@x.example'],
    state: 'partial',
    failure: { code: 'recipient-refused', address: 'bob@x.example' },
  },
  '{"dot":"drop"}': { script: { dot: hangUp(undefined) }, state: 'unknown' },
  '{"dot":"25"}': { script: { dot: hangUp('25') }, state: 'unknown' },
  '{"dot":"250 then RST"}': { script: { dot: hangUp('250 ok\r\n') }, state: 'sent' },
  '{"cert":"self-signed"}': {
    tls: true,
    settings: () => ({ security: 'tls' }),
    state: 'not-sent',
    failure: { code: 'certificate-untrusted' },
    never: /^MAIL/,
  },
  '{"cert":"pinned but changed"}': {
    tls: true,
    settings: (_own, other) => ({ security: 'tls', pin: other.pin }),
    state: 'not-sent',
    failure: { code: 'certificate-changed' },
    never: /^MAIL/,
  },
  '{"multiline":100000}': {
    script: { EHLO: '250-0123456789\r\n'.repeat(100_000) },
    state: 'not-sent',
    failure: { code: 'server-refused' },
  },
};

const dataDir = makeDataDir();
let companion: Companion;
let own: TestCertificate;
let other: TestCertificate;

beforeAll(async () => {
  companion = await greetedCompanion(dataDir);
  [own, other] = await Promise.all([issue(), issue()]);
});
afterAll(async () => {
  await companion.leave();
  await removeDataDir(dataDir);
});

describe('group smtp-server', () => {
  test.each(badInputs('smtp-server'))('$input: $why', async ({ input }) => {
    const row = cases[JSON.stringify(input)];
    if (!row) throw new Error(`no case for ${JSON.stringify(input)}`);
    const smtp = await scriptedSmtp(row.script ?? {}, row.tls ? { cert: own.cert, key: own.key } : undefined);
    const server = plainServer(smtp.port, row.settings?.(own, other));
    const { host, port } = server;
    const owner = { host, port, login: login.login };
    await companion.client.call('saveSecret', { owner, secret: password, store: 'file' });
    const to = (row.recipients ?? ['ann@x.example']).map((address) => ({ name: '', address }));
    const { job, pdf } = sampleJob(server, { mail: { to } });
    await companion.client.call('submit', job, { upload: pdf });
    const { state, failure } = await companion.settled(job.mail.id);
    expect({ state, ...(row.failure && { failure }) }).toEqual({
      state: row.state,
      ...(row.failure && { failure: expect.objectContaining(row.failure) }),
    });
    if (row.never) expect(smtp.commands).not.toContainEqual(expect.stringMatching(row.never));
    await smtp.close();
  });
});
