import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { secretKey } from '../../../domain/profile.ts';
import { ensureProgram } from '../../../scripts/set-up.mjs';
import { bundle, type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { filesHolding } from '../../support/files-holding.ts';
import { keyringHome, type SessionBus, startSessionBus } from '../../support/keyring.ts';
import { sampleJob } from '../../support/sample-job.ts';
import { account, type SmtpInbox, smtpInbox } from '../../support/smtp-inbox.ts';

const isThere = ensureProgram('keyring') !== undefined;
const owner = { host: 'smtp.corp.example', port: 587, login: 'billing@corp.example' };
const before = process.env.DBUS_SESSION_BUS_ADDRESS;

let dataDir: string;
let home: ReturnType<typeof keyringHome>;
let bus: SessionBus | undefined;
let companion: Companion | undefined;

beforeEach(() => {
  process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:'; // never the keyring of whoever runs this
  dataDir = makeDataDir();
  home = keyringHome();
});
afterEach(async () => {
  await companion?.leave();
  await bus?.close();
  [companion, bus] = [undefined, undefined];
  if (before === undefined) delete process.env.DBUS_SESSION_BUS_ADDRESS;
  else process.env.DBUS_SESSION_BUS_ADDRESS = before;
  home.remove();
  await removeDataDir(dataDir);
});

async function desktop(password?: string, services = true): Promise<SessionBus> {
  bus = await startSessionBus(home.folder, services);
  if (password !== undefined) bus.openKeyring(password);
  process.env.DBUS_SESSION_BUS_ADDRESS = bus.address;
  return bus;
}

async function startCompanion(): Promise<Companion['client']> {
  companion = await greetedCompanion(dataDir);
  return companion.client;
}

const inKeyring = (secret: string) => ({ owner, secret, store: 'keyring' as const });

describe.skipIf(!isThere)('a real gnome-keyring', () => {
  test('knows whether the same password is typed again: then its IMAP servers stay confirmed', async () => {
    await desktop('test');
    const client = await startCompanion();
    const copyServer = { host: 'imap.corp.example', port: 993 };
    const isConfirmed = async () => (await client.call('hasSecret', { owner, copyServer })).confirmed;
    await client.call('saveSecret', { ...inKeyring('one'), copyServer });
    await client.call('saveSecret', inKeyring('one'));
    expect(await isConfirmed()).toBe(true);
    await client.call('saveSecret', inKeyring('two'));
    expect(await isConfirmed()).toBe(false);
  });

  test('keeps a password where other programs find it, replaces it and drops it', async () => {
    const { lookUp } = await desktop('test');
    const client = await startCompanion();
    expect(await client.call('hasSecret', { owner })).toEqual({ saved: false });
    expect(await client.call('saveSecret', inKeyring('pä"ss #1 🔑'))).toEqual({ store: 'keyring' });
    expect(lookUp(secretKey(owner))).toBe('pä"ss #1 🔑');
    await client.call('saveSecret', inKeyring('two'));
    expect(lookUp(secretKey(owner))).toBe('two');
    expect(await client.call('hasSecret', { owner })).toEqual({ saved: true, store: 'keyring' });
    expect(await client.call('hasSecret', { owner: { ...owner, host: 'evil.example' } })).toEqual({ saved: false });
    await client.call('dropSecret', { owner });
    expect(lookUp(secretKey(owner))).toBeUndefined();
    expect(await client.call('hasSecret', { owner })).toEqual({ saved: false });
  });

  test('moving to another store leaves nothing behind in the old one', async () => {
    const { lookUp } = await desktop('test');
    const client = await startCompanion();
    await client.call('saveSecret', inKeyring('one'));
    await client.call('saveSecret', { owner, secret: 'two', store: 'file' });
    expect(lookUp(secretKey(owner))).toBeUndefined();
    expect(await client.call('hasSecret', { owner })).toEqual({ saved: true, store: 'file' });
    await client.call('saveSecret', inKeyring('three'));
    expect(readdirSync(join(dataDir, 'secrets')).filter((name) => /^[0-9a-f]{64}$/.test(name))).toEqual([]);
  });

  test('a password another program took out of the keyring is no longer said to be saved', async () => {
    await desktop('test');
    const client = await startCompanion();
    await client.call('saveSecret', inKeyring('one'));
    await bus?.close();
    home.remove();
    home = keyringHome();
    await desktop('test');
    await companion?.leave();
    expect(await (await startCompanion()).call('hasSecret', { owner })).toEqual({ saved: false });
  });

  test('the courier sends with it', async () => {
    await desktop('test');
    const inbox = await smtpInbox();
    try {
      const client = await startCompanion();
      await save(client, inbox, 'keyring');
      const { job, pdf } = sampleJob(inbox.server());
      await client.call('submit', job, { upload: pdf });
      expect(await companion?.settled(job.mail.id)).toMatchObject({ state: 'sent' });
      expect(filesHolding(dataDir, account.password)).toEqual([]);
    } finally {
      await inbox.close();
    }
  });

  test('a locked one is told from one that has nothing, and what was saved still counts as saved', async () => {
    await desktop('test');
    await (await startCompanion()).call('saveSecret', inKeyring('one'));
    await companion?.leave();
    await bus?.close();
    await desktop('another password');
    const client = await startCompanion();
    expect(await client.call('hasSecret', { owner })).toEqual({ saved: true, store: 'keyring' });
    await expect(client.call('saveSecret', inKeyring('two'))).rejects.toMatchObject({
      code: 'keyring-unavailable',
      detail: 'locked',
    });
    const { job, pdf } = sampleJob({ ...owner, security: 'ssl', authentication: 'password' });
    await client.call('submit', job, { upload: pdf });
    expect(await companion?.settled(job.mail.id)).toMatchObject({
      state: 'not-sent',
      failure: { code: 'keyring-unavailable', detail: 'locked' },
    });
  });

  test.each([
    ['no bus', 'no-bus', () => Object.assign(process.env, { DBUS_SESSION_BUS_ADDRESS: '' })],
    ['a bus without a keyring', 'no-service', () => desktop(undefined, false)],
    ['a keyring service in which no keyring was made yet', 'no-collection', () => desktop()],
  ])('%s: the password is kept nowhere, and the reason is named', async (_case, detail, arrange) => {
    await arrange();
    const client = await startCompanion();
    await expect(client.call('saveSecret', inKeyring('one'))).rejects.toMatchObject({
      code: 'keyring-unavailable',
      detail,
    });
    expect(await client.call('hasSecret', { owner })).toEqual({ saved: false });
    expect(existsSync(join(dataDir, 'secrets')) ? readdirSync(join(dataDir, 'secrets')) : []).toEqual([]);
  });
});

test('a companion without the native part starts as well, and says that it is missing', async () => {
  const program = join(dataDir, 'tabpost.cjs');
  copyFileSync(bundle, program);
  companion = await greetedCompanion(dataDir, program);
  const refused = { code: 'keyring-unavailable', detail: 'no-module' };
  await expect(companion.client.call('saveSecret', inKeyring('one'))).rejects.toMatchObject(refused);
  expect(await companion.client.call('saveSecret', { owner, secret: 'one', store: 'file' })).toEqual({ store: 'file' });
});

test.runIf(process.platform === 'linux')('the native part is not read before a keyring is asked for', async () => {
  const client = await startCompanion();
  const isLoaded = () => readFileSync(`/proc/${companion?.process.pid}/maps`, 'utf8').includes('keyring.node');
  await client.call('saveSecret', { owner, secret: 'one', store: 'file' });
  expect(await client.call('hasSecret', { owner })).toEqual({ saved: true, store: 'file' });
  expect(isLoaded()).toBe(false);
  await expect(client.call('saveSecret', inKeyring('two'))).rejects.toMatchObject({ code: 'keyring-unavailable' });
  expect(isLoaded()).toBe(true);
});

test('a password for this browser session is on no disk, is used for a send, and is gone with the companion', async () => {
  const inbox = await smtpInbox();
  try {
    const client = await startCompanion();
    await save(client, inbox, 'session');
    const { host, port, login } = inbox.server();
    expect(await client.call('hasSecret', { owner: { host, port, login } })).toEqual({ saved: true, store: 'session' });
    const { job, pdf } = sampleJob(inbox.server());
    await client.call('submit', job, { upload: pdf });
    expect(await companion?.settled(job.mail.id)).toMatchObject({ state: 'sent' });
    expect(filesHolding(dataDir, account.password)).toEqual([]);
    await companion?.leave();
    const next = await startCompanion();
    expect(await next.call('hasSecret', { owner: { host, port, login } })).toEqual({ saved: false });
  } finally {
    await inbox.close();
  }
});

async function save(client: Companion['client'], inbox: SmtpInbox, store: 'keyring' | 'session'): Promise<void> {
  const { host, port, login } = inbox.server();
  await client.call('saveSecret', { owner: { host, port, login }, secret: account.password, store });
}
