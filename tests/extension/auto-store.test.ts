import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OutboxItem } from '../../domain/outbox.ts';
import type { Settings } from '../../domain/settings.ts';
import { autoStore } from '../../extension/auto-store.ts';
import { autoStoreTrouble } from '../../extension/storage/auto-store-trouble.ts';
import { listContactRows, removeContacts } from '../../extension/storage/contacts.ts';
import { sampleItem, sampleMail, sampleSettings } from '../domain/samples.ts';

const people = ['ann@c.test', 'bob@c.test', 'eve@blocked.test', 'copy@corp.test'];
const [ann = '', bob = '', eve = '', copy = ''] = people;

function sent(accepted: string[], refused: string[] = []): OutboxItem {
  const to = [...accepted, ...refused].map((address) => ({ name: address === ann ? 'Ann' : '', address }));
  const recipients = to.map(({ address }) => ({ address, accepted: accepted.includes(address) }));
  return sampleItem({ state: 'sent', mail: { ...sampleMail, to: to.slice(0, 1), bcc: to.slice(1) }, recipients });
}

const store = (settings: Partial<Settings>) =>
  fakeBrowser.storage.local.set({ settings: { ...sampleSettings, ...settings } });
const stored = async () => (await listContactRows()).map(({ line }) => line.split('\t', 2).join(' ').trim());

beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
  await removeContacts(people);
});

it.each<[string, Partial<Settings>, OutboxItem, string[]]>([
  ['accepted ones, with name', {}, sent([ann, bob]), ['ann@c.test Ann', 'bob@c.test']],
  ['none the server refused', {}, sent([bob], [ann]), ['bob@c.test']],
  ['none when it is switched off', { autoStore: false }, sent([ann, bob]), []],
  ['none that is disabled meanwhile', { disabled: ['*@blocked.test'] }, sent([ann, eve]), ['ann@c.test Ann']],
  ['none that gets a copy of everything', { alwaysBcc: [copy] }, sent([ann, copy]), ['ann@c.test Ann']],
  ['none without the server having said so', {}, { ...sent([ann]), recipients: undefined } as never, []],
])('stores %s', async (_name, settings, item, expected) => {
  await store(settings);
  await autoStore(item);
  expect((await stored()).sort()).toEqual(expected.sort());
  expect(await autoStoreTrouble.read()).toBeNull();
});

it('a full disk is reported, and forgotten with the next success', async () => {
  await store({});
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await autoStore(sent([ann]));
  expect(await autoStoreTrouble.read()).toEqual({ code: 'storage-full' });
  spy.mockRestore();
  await autoStore(sent([ann]));
  expect(await autoStoreTrouble.read()).toBeNull();
  expect(await stored()).toEqual(['ann@c.test Ann']);
});
