import type { OutboxItem, OutboxState } from '../../domain/outbox.ts';
import { database } from './database.ts';
import { rangeOf } from './outbox.ts';
import { readableItems } from './parse-outbox-item.ts';

/** Ids read at once. */
const batch = 2000;

/** Ids of the newest items, in one state or in all. As fast with a long history as with a short one. */
export async function newestIds(state: OutboxState | undefined, limit: number): Promise<string[]> {
  const { store } = (await database()).transaction('outbox');
  const ids: string[] = [];
  let cursor = state
    ? await store.index('state').openKeyCursor(rangeOf(state), 'prev')
    : await store.index('order').openKeyCursor(null, 'prev');
  while (cursor && ids.length < limit) {
    ids.push(cursor.primaryKey);
    cursor = (await cursor.continue()) as typeof cursor;
  }
  return ids;
}

/** Ids of all items, newest first, in one state or in all. Read in pieces: whoever reads the rows on the screen need not wait for all of it. */
export async function allIds(state: OutboxState | undefined): Promise<string[]> {
  const { store } = (await database()).transaction('outbox');
  const order = store.index('order');
  const [first, last] = [await order.openKeyCursor(), await order.openKeyCursor(null, 'prev')];
  const ids: string[] = [];
  for (let from = first?.key ?? 1; from <= (last?.key ?? 0); from += batch) {
    const to = from + batch;
    const piece = state
      ? await store.index('state').getAllKeys(IDBKeyRange.bound([state, from], [state, to], false, true))
      : await order.getAllKeys(IDBKeyRange.bound(from, to, false, true));
    ids.push(...piece);
  }
  return ids.reverse();
}

/** Whether an item is there, and in this state. */
export async function isListed(id: string, state: OutboxState | undefined): Promise<boolean> {
  const stored = await (await database()).get('outbox', id);
  return stored !== undefined && (state === undefined || (stored as OutboxItem).state === state);
}

/** The items with these ids, as far as they are there and can be read, in one look. */
export async function readItems(ids: string[]): Promise<OutboxItem[]> {
  const { store } = (await database()).transaction('outbox');
  const stored = await Promise.all(ids.map((id) => store.get(id)));
  return readableItems(stored);
}

/** Ids of mails that failed and that no person has seen yet. */
export async function failedUnseen(): Promise<string[]> {
  const stored = await (await database()).getAllFromIndex('outbox', 'attention');
  return readableItems(stored).flatMap(({ id, state }) => (state === 'unknown' ? [] : [id]));
}
