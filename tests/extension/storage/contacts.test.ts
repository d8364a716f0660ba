import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Contact, contactKey, maxContacts, newContact } from '../../../domain/contact.ts';
import { contactLine } from '../../../domain/contact-line.ts';

const person = (address: string, name = '') => newContact({ name, address });
const wish = { site: 'erp.test', rules: [] as string[], limit: 6 };

/** Every test gets a browser of its own. */
async function book() {
  const changes = await import('../../../extension/storage/contact-changes.ts');
  const contacts = await import('../../../extension/storage/contacts.ts');
  const { suggest, domainsLike } = await import('../../../extension/storage/suggest.ts');
  const mergeIntoContacts = (list: Contact[]) =>
    contacts.mergeIntoContacts(new Map(list.map((each) => [contactKey(each.address), contactLine(each)])));
  return { ...changes, ...contacts, mergeIntoContacts, suggest, domainsLike };
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => vi.unstubAllGlobals());

it('an address list of an older version is taken over, every entry under its own address', async () => {
  const old = await openDB('tabpost', 4, {
    upgrade: (db) => {
      for (const store of ['pdf', 'outbox', 'outboxText', 'contacts', 'contactFront']) db.createObjectStore(store);
    },
  });
  const addresses = Array.from({ length: 600 }, (_, n) => `person${n}@company${n % 50}.test`);
  for (const address of addresses) await appendLine(old, hashOf(address) % 256, `${address}\tP`);
  old.close();
  const { mergeIntoContacts, listContactRows } = await book();
  await mergeIntoContacts(addresses.map((address) => person(address)));
  expect((await listContactRows()).map(({ line }) => line).sort()).toEqual(addresses.map((one) => `${one}\tP`).sort());
});

async function appendLine(old: IDBPDatabase, shard: number, line: string): Promise<void> {
  const known: Uint8Array | undefined = await old.get('contacts', shard);
  const text = known ? `${new TextDecoder().decode(known)}\n${line}` : line;
  await old.put('contacts', new TextEncoder().encode(text), shard);
}

/** FNV-1a, 32 bit. */
function hashOf(text: string): number {
  const step = (value: number, byte: number) => Math.imul(value ^ byte, 0x01000193);
  return Buffer.from(text).reduce(step, 0x811c9dc5) >>> 0;
}

describe('the address list', () => {
  it('keeps one entry for a mailbox, whatever the case', async () => {
    const { mergeIntoContacts, rememberRecipients, listContactRows } = await book();
    await mergeIntoContacts([person('Anna@n.test', 'Anna')]);
    await rememberRecipients([{ name: 'Other', address: 'anna@n.test' }], 'erp.test');
    const rows = await listContactRows();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.line).toMatch(/^Anna@n\.test\tAnna\t\t\t\w+\t1\terp\.test=1$/);
  });

  it('lists by name, without a name by address', async () => {
    const { mergeIntoContacts, listContactRows, readContactFront } = await book();
    await mergeIntoContacts([person('a@z.test', 'Žofie'), person('mid@z.test'), person('c@z.test', 'adam')]);
    const names = ['c@z.test\tadam', 'mid@z.test', 'a@z.test\tŽofie'];
    expect((await listContactRows()).map(({ line }) => line)).toEqual(names);
    expect(await readContactFront()).toEqual({ count: 3, lines: names });
  });

  it('brings back what was deleted as it was', async () => {
    const { mergeIntoContacts, removeContacts, undoContacts, listContactRows, readContactFront } = await book();
    await mergeIntoContacts([person('a@z.test', 'A'), { ...person('b@z.test', 'B'), groups: ['G'], useCount: 2 }]);
    const before = await listContactRows();
    const undo = await removeContacts(['a@z.test', 'b@z.test', 'never@z.test']);
    expect(await listContactRows()).toEqual([]);
    expect(await readContactFront()).toEqual({ count: 0, lines: [] });
    await undoContacts(undo);
    expect(await listContactRows()).toEqual(before);
    expect((await readContactFront()).count).toBe(2);
  });

  it('takes two changes at the same time, neither lost', async () => {
    const { rememberRecipients, listContactRows } = await book();
    const one = { name: '', address: 'a@z.test' };
    await Promise.all([1, 2, 3, 4].map(() => rememberRecipients([one], 'erp.test')));
    expect((await listContactRows())[0]?.line).toMatch(/\t4\terp\.test=4$/);
  });

  it('refuses what does not fit, as a whole', async () => {
    const { mergeIntoContacts, readContactFront } = await book();
    const many = Array.from({ length: maxContacts + 1 }, (_, n) => person(`a${n}@z.test`));
    await mergeIntoContacts([person('first@z.test')]);
    await expect(mergeIntoContacts(many)).rejects.toMatchObject({ code: 'address-list-full' });
    expect((await readContactFront()).count).toBe(1);
  });

  it('tells other pages', async () => {
    const { mergeIntoContacts, watchContacts } = await book();
    const told = new Promise<void>((resolve) => watchContacts(resolve));
    await mergeIntoContacts([person('a@z.test')]);
    await told;
  });
});

describe('suggestions', () => {
  it('know a change at once, and forget at once', async () => {
    const { mergeIntoContacts, forgetContact, suggest } = await book();
    expect(await suggest('anna', wish)).toEqual([]);
    await mergeIntoContacts([person('a@z.test', 'Anna')]);
    expect(await suggest('anna', wish)).toEqual([person('a@z.test', 'Anna')]);
    await forgetContact('a@z.test');
    expect(await suggest('anna', wish)).toEqual([]);
  });

  it('hide who is disabled or a recipient already', async () => {
    const { mergeIntoContacts, suggest } = await book();
    await mergeIntoContacts(
      ['a@z.test', 'b@blocked.test', 'c@z.test', 'boss+x@z.test'].map((each) => person(each, 'Same')),
    );
    const rules = ['*@blocked.test', 'boss@z.test'];
    const found = await suggest('same', { ...wish, rules, exclude: ['C@z.test'] });
    expect(found.map(({ address }) => address)).toEqual(['a@z.test']);
  });

  it('put first who was mailed from this site', async () => {
    const { mergeIntoContacts, rememberRecipients, suggest } = await book();
    await mergeIntoContacts([person('a@z.test', 'Same'), person('b@z.test', 'Same'), person('c@z.test', 'Same')]);
    await rememberRecipients([{ name: '', address: 'c@z.test' }], 'shop.test');
    await rememberRecipients([{ name: '', address: 'b@z.test' }], 'erp.test');
    expect((await suggest('same', wish)).map(({ address }) => address)).toEqual(['b@z.test', 'c@z.test', 'a@z.test']);
  });

  it('know the domains that look like another', async () => {
    const { mergeIntoContacts, domainsLike } = await book();
    await mergeIntoContacts(
      ['a@northwind.example', 'b@northwind.example', 'c@contoso.example'].map((each) => person(each)),
    );
    expect(await domainsLike('nortwind.example')).toEqual(['northwind.example']);
    expect(await domainsLike('northwind.example')).toEqual(['northwind.example']);
    expect(await domainsLike('elsewhere.example')).toEqual([]);
  });
});
