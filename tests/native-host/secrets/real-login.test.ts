import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureChromium } from '../../../scripts/set-up.mjs';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { filesHolding } from '../../support/files-holding.ts';
import { pageOrder } from '../../support/page-order.ts';
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
  await removeDataDir(dataDir);
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

test('a typed password goes before the saved one, for this mail alone, and into no file', async () => {
  const login = 'trial@corp.example';
  const server = plainServer(smtp.port, { authentication: 'password', login });
  const { host, port } = server;
  await companion.client.call('saveSecret', { owner: { host, port, login }, secret: 'the saved one', store: 'file' });
  const used = () => {
    const proof = smtp.commands.filter((line) => line.startsWith('AUTH PLAIN ')).at(-1) ?? '';
    return Buffer.from(proof.slice(11), 'base64').toString('utf8').split('\0')[2];
  };
  const first = sampleJob(server);
  await companion.client.call('submit', { ...first.job, secret: 'Canary-typed-7' }, { upload: first.pdf });
  expect(filesHolding(dataDir, 'Canary-typed-7')).toEqual([]);
  expect(await companion.settled(first.job.mail.id)).toMatchObject({ state: 'sent' });
  expect(used()).toBe('Canary-typed-7');
  expect(filesHolding(dataDir, 'Canary-typed-7')).toEqual([]);
  const second = sampleJob(server);
  await companion.client.call('submit', second.job, { upload: second.pdf });
  expect(await companion.settled(second.job.mail.id)).toMatchObject({ state: 'sent' });
  expect(used()).toBe('the saved one');
});

test.skipIf(!ensureChromium())(
  'stands in no environment and no arguments of companion, courier and printing browser',
  async () => {
    const login = 'billing@corp.example';
    const password = 'Canary-environment-8';
    const server = plainServer(smtp.port, { authentication: 'password', login });
    const { host, port } = server;
    await companion.client.call('saveSecret', { owner: { host, port, login }, secret: password, store: 'session' });
    const { request, upload } = pageOrder('<p>Invoice 17');
    await companion.client.call('print', request, { upload });
    const { job, pdf } = sampleJob(server);
    await companion.client.call('submit', job, { upload: pdf });
    expect(await companion.settled(job.mail.id)).toMatchObject({ state: 'sent' });
    const told = familyOf(companion.process.pid ?? 0).map(toldToAll);
    for (const known of ['courier', join(dataDir, 'print')]) expect(told.join('\n')).toContain(known);
    expect(told.filter((text) => text.includes(password) || text.includes(btoa(password)))).toEqual([]);
  },
);

/** A process and all that it started. */
function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

/** Arguments and environment of a process, which every program of the same user can read. */
function toldToAll(pid: number): string {
  return ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'latin1')).join('\n');
}
