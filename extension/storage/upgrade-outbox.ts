import type { IDBPDatabase } from 'idb';
import { outboxItemSchema } from '../../domain/outbox.ts';
import { searchText } from '../../domain/outbox-search.ts';
import { z } from '../../domain/schema.ts';
import type { Tables, Upgrade } from './database.ts';
import { recordOf } from './outbox-record.ts';

/** Gives the outbox what it is found by, and every mail that lies in it already. */
export async function upgradeOutbox(db: IDBPDatabase<Tables>, transaction: Upgrade): Promise<void> {
  const store = transaction.objectStore('outbox');
  for (const name of [...store.indexNames]) store.deleteIndex(name);
  store.createIndex('draftId', 'draftId');
  store.createIndex('order', 'order');
  store.createIndex('state', ['state', 'order']);
  store.createIndex('page', ['pageUrl', 'order']);
  store.createIndex('document', ['document', 'order']);
  store.createIndex('attention', 'attention');
  store.createIndex('finishedAt', 'finishedAt');
  const texts = db.createObjectStore('outboxText');
  const items = (await store.getAll()).flatMap((stored) => z.safeParse(outboxItemSchema, stored).data ?? []);
  items.sort((one, other) => one.createdAt - other.createdAt);
  for (const [at, item] of items.entries()) {
    await store.put(recordOf(item, at + 1));
    await texts.put(searchText(item), item.id);
  }
}
