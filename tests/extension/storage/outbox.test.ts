import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxItem, OutboxState } from '../../../domain/outbox.ts';
import type { Sending } from '../../../extension/storage/earlier-mail.ts';
import { sampleItem, sampleMail } from '../../domain/samples.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const item = (n: number, changes: Partial<OutboxItem> = {}) =>
  sampleItem({ id: idOf(n), draftId: idOf(n), createdAt: 1000 - n, mail: { ...sampleMail, id: idOf(n) }, ...changes });

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

async function outboxWith(...items: OutboxItem[]) {
  const outbox = await import('../../../extension/storage/outbox.ts');
  for (const each of items) await outbox.changeOutboxItem(each.id, () => each);
  const list = await import('../../../extension/storage/outbox-list.ts');
  const earlier = await import('../../../extension/storage/earlier-mail.ts');
  const removal = await import('../../../extension/storage/remove-mails.ts');
  const retention = await import('../../../extension/storage/outbox-retention.ts');
  const { openOutboxTexts } = await import('../../../extension/storage/outbox-texts.ts');
  return { ...outbox, ...list, ...earlier, ...removal, ...retention, texts: openOutboxTexts() };
}

describe('the list', () => {
  it('F26 is in the order of the presses of Send, whatever the clock said', async () => {
    const { newestIds, allIds } = await outboxWith(item(1), item(2), item(3)); // each pressed earlier, by the clock
    expect(await newestIds(undefined, 2)).toEqual([idOf(3), idOf(2)]);
    expect(await allIds(undefined)).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  it('holds every mail, however many pieces it is read in', async () => {
    const { allIds, newestIds } = await outboxWith(item(1));
    const { database } = await import('../../../extension/storage/database.ts');
    const { recordOf } = await import('../../../extension/storage/outbox-record.ts');
    const db = await database();
    // Most of a long history was forgotten, so the orders begin late, have a gap, and end just after a piece.
    const orders = [...Array.from({ length: 2001 }, (_, n) => 7000 + n), 15_000];
    await Promise.all(orders.map((order) => db.put('outbox', recordOf(item(order, { state: 'sent' }), order))));
    const ids = orders.map(idOf).reverse();
    expect(await allIds('sent')).toEqual(ids);
    expect(await allIds(undefined)).toEqual([...ids, idOf(1)]);
    expect(await newestIds(undefined, 1)).toEqual(ids.slice(0, 1));
  });

  it('keeps its order through changes, and knows one state from the other', async () => {
    const { changeOutboxItem, allIds } = await outboxWith(item(1), item(2));
    await changeOutboxItem(idOf(1), (old) => old && { ...old, state: 'sent', finishedAt: 5 });
    expect(await allIds(undefined)).toEqual([idOf(2), idOf(1)]);
    expect(await allIds('sent')).toEqual([idOf(1)]);
  });

  it.each([
    ['a name without its accent', 'muller', true],
    ['several words, in any order', '4711 MÜLLER', true],
    ['an address in blind copy', 'hidden@', true],
    ['a word of none', 'nobody', false],
  ])('is searched for %s', async (_name, query, found) => {
    const mail = { ...sampleMail, subject: 'Invoice 4711', to: [{ name: 'Müller', address: 'm@c.test' }] };
    const bcc = [{ name: '', address: 'hidden@c.test' }];
    const { texts } = await outboxWith(item(1, { mail: { ...mail, bcc } }), item(2));
    expect([...(await texts.idsMatching(query))]).toEqual(found ? [idOf(1)] : []);
  });
});

describe('earlierMail', () => {
  const same: Sending = {
    draftId: idOf(99),
    pageUrl: sampleItem().pageUrl,
    document: 'a'.repeat(64),
    fileName: 'invoice.pdf',
    subject: 'Invoice 2026-001',
  };

  it.each<[string, Partial<Sending>, boolean]>([
    ['the same bytes elsewhere', { pageUrl: 'https://other.test/', fileName: 'x.pdf', subject: 'x' }, true],
    ['the same page, printed anew', { document: 'b'.repeat(64) }, true],
    ['the same page and file, other words', { document: 'b'.repeat(64), subject: 'x' }, true],
    ['another invoice at the same address', { document: 'b'.repeat(64), fileName: 'x.pdf', subject: 'x' }, false],
    ['the draft itself', { draftId: idOf(1) }, false],
  ])('%s: %j -> %s', async (_name, changes, found) => {
    const { earlierMail } = await outboxWith(item(1, { state: 'sent', finishedAt: 1 }));
    expect((await earlierMail({ ...same, ...changes }))?.id).toBe(found ? idOf(1) : undefined);
  });

  it.each<[OutboxState, boolean]>([
    ['sent', true],
    ['partly-sent', true],
    ['unknown', true],
    ['waiting', true],
    ['sending', true],
    ['not-sent', false],
    ['rejected', false],
    ['cancelled', false],
  ])('%s counts: %s', async (state, counts) => {
    const { earlierMail } = await outboxWith(item(1, { state }));
    expect((await earlierMail(same)) !== undefined).toBe(counts);
  });
});

describe('what is over', () => {
  it('is forgotten after its time; what nobody knows the end of is not', async () => {
    const end = { finishedAt: 1000 };
    const { forgetFinished, allIds } = await outboxWith(
      item(1, { state: 'sent', ...end }),
      item(2, { state: 'unknown', ...end }),
      item(3, { state: 'rejected', finishedAt: 3000 }),
      item(4),
    );
    await forgetFinished(2000);
    expect(await allIds(undefined)).toEqual([idOf(4), idOf(3), idOf(2)]);
  });

  it('comes back where it was when its deletion is undone', async () => {
    const { removeMails, restoreMails, allIds, texts } = await outboxWith(item(1), item(2), item(3));
    const isFound = async () => (await texts.idsMatching('invoice')).has(idOf(2));
    expect(await isFound()).toBe(true); // from now on they are kept, and follow the news
    const removed = await removeMails([idOf(2)]);
    expect(await allIds(undefined)).toEqual([idOf(3), idOf(1)]);
    await vi.waitFor(async () => expect(await isFound()).toBe(false));
    await restoreMails(removed);
    expect(await allIds(undefined)).toEqual([idOf(3), idOf(2), idOf(1)]);
    await vi.waitFor(async () => expect(await isFound()).toBe(true));
  });
});

it('an outbox of an older version is taken over, with its order and its unfinished mails', async () => {
  const old = await openDB('tabpost', 1, {
    upgrade(db) {
      db.createObjectStore('pdf');
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
    },
  });
  await old.put('outbox', item(1, { createdAt: 20 }));
  await old.put('outbox', item(2, { createdAt: 10, state: 'unknown', finishedAt: 15 }));
  await old.put('outbox', { id: 'x', nonsense: true });
  old.close();
  const { allIds, itemsIn, countOutbox } = await outboxWith();
  expect(await allIds(undefined)).toEqual([idOf(1), idOf(2)]);
  expect((await itemsIn('waiting')).map(({ id }) => id)).toEqual([idOf(1)]);
  expect(await countOutbox('waiting')).toEqual({ count: 1, attention: 1 });
});
