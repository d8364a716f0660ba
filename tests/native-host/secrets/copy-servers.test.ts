import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';

const owner = { host: 'smtp.corp.example', port: 587, login: 'billing@corp.example' };
const copyServer = { host: 'imap.corp.example', port: 993 };

const dataDir = makeDataDir();
let companion: Companion;
beforeAll(async () => {
  companion = await greetedCompanion(dataDir);
});
afterAll(async () => {
  await companion.leave();
  await removeDataDir(dataDir);
});

const save = (secret: string, rest: object = {}) =>
  companion.client.call('saveSecret', { owner, secret, store: 'file', ...rest });
const isConfirmed = async (server: object = {}, of: object = {}) => {
  const request = { owner: { ...owner, ...of }, copyServer: { ...copyServer, ...server } };
  return (await companion.client.call('hasSecret', request)).confirmed;
};

describe.each(['file', 'session'] as const)('a password in the %s store', (store) => {
  test('may be used at the IMAP server it was typed for, and at no other', async () => {
    await save('one', { store, copyServer });
    expect(await isConfirmed()).toBe(true);
    expect(await isConfirmed({ host: 'IMAP.Corp.Example' })).toBe(true);
    expect(await isConfirmed({ host: 'evil.example' })).toBe(false);
    expect(await isConfirmed({ port: 1993 })).toBe(false);
    expect(await isConfirmed({}, { login: 'other@corp.example' })).toBe(false);
    expect(await isConfirmed({}, { port: 465 })).toBe(false);
  });

  test('stays confirmed where the same one is typed again for another server: two browsers may share it', async () => {
    await save('one', { store, copyServer });
    await save('one', { store });
    await save('one', { store, copyServer: { host: 'imap2.corp.example', port: 143 } });
    expect([await isConfirmed(), await isConfirmed({ host: 'imap2.corp.example', port: 143 })]).toEqual([true, true]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['another one is typed', () => save('two', { store })],
    ['it was taken away', () => companion.client.call('dropSecret', { owner }).then(() => save('one', { store }))],
  ])('is confirmed for none any more when %s', async (_name, change) => {
    await save('one', { store, copyServer });
    await change();
    expect(await isConfirmed()).toBe(false);
  });
});

test('the host that sends has the password anyway, at every port', async () => {
  await save('one');
  expect(await isConfirmed({ host: owner.host, port: 993 })).toBe(true);
});
