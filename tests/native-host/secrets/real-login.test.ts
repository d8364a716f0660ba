import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { plainServer, sampleJob } from '../../support/sample-job.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../../support/scripted-smtp.ts';

// Passwords that other programs mangled: akaunting #661, invoiceninja #6505, rainloop #851, apprise #1432.
const passwords = [
  'with # in it',
  `quotes " ' \` and \\ backslash`,
  'pä ss wörd 🔑 密码',
  ' blanks at both ends ',
  '%23 &amp; $HOME $(x) <b>',
  'é'.normalize('NFD'),
  'x'.repeat(200),
  '🔑'.repeat(100),
];

const dataDir = makeDataDir();
let companion: Companion;
let smtp: ScriptedSmtp;
beforeAll(async () => {
  companion = await greetedCompanion(dataDir);
  smtp = await scriptedSmtp({});
});
afterAll(async () => {
  await companion.leave();
  await smtp.close();
  removeDataDir(dataDir);
});

test.each(passwords.flatMap((password) => [['file', password] as const, ['session', password] as const]))(
  'from the %s store %j reaches the server byte for byte',
  async (store, password) => {
    const login = 'billing@corp.example';
    const server = plainServer(smtp.port, { authentication: 'password', login });
    const { host, port } = server;
    await companion.client.call('saveSecret', { owner: { host, port, login }, secret: password, store });
    const { job, pdf } = sampleJob(server);
    await companion.client.call('submit', job, { upload: pdf });
    expect(await companion.settled(job.mail.id)).toMatchObject({ state: 'sent' });
    const proof = smtp.commands.filter((line) => line.startsWith('AUTH PLAIN ')).at(-1) ?? '';
    const [, user, secret] = Buffer.from(proof.slice(11), 'base64').toString('utf8').split('\0');
    expect({ user, secret }).toEqual({ user: login, secret: password });
  },
);
