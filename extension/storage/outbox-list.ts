import type { OutboxItem, OutboxState } from '../../domain/outbox.ts';
import { searchWords } from '../../domain/outbox-search.ts';
import { database } from './database.ts';
import { rangeOf } from './outbox.ts';
import { readableItems } from './parse-outbox-item.ts';

/** Ids read at once while a search goes through all texts; between them the page can draw. */
const batch = 5000;

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

/** Ids of all items, newest first, in one state or in all. */
export async function allIds(state: OutboxState | undefined): Promise<string[]> {
  const db = await database();
  const ids = state
    ? await db.getAllKeysFromIndex('outbox', 'state', rangeOf(state))
    : await db.getAllKeysFromIndex('outbox', 'order');
  return ids.reverse();
}

/** Ids whose text holds all words of the query. */
export async function idsMatching(query: string): Promise<Set<string>> {
  const words = searchWords(query);
  const db = await database();
  const found = new Set<string>();
  let last = '';
  for (;;) {
    const range = IDBKeyRange.lowerBound(last, true);
    const { store } = db.transaction('outboxText');
    const [ids, texts] = await Promise.all([store.getAllKeys(range, batch), store.getAll(range, batch)]);
    for (const [at, id] of ids.entries()) if (words.every((word) => texts[at]?.includes(word))) found.add(id);
    if (ids.length < batch) return found;
    last = ids.at(-1) ?? last;
  }
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
