import type { IDBPTransaction } from 'idb';
import type { OutboxItem } from '../../domain/outbox.ts';
import { searchText } from '../../domain/outbox-search.ts';
import { database, type Tables } from './database.ts';
import { findEarlier, type Sending } from './earlier-mail.ts';
import { announceOutbox } from './outbox-news.ts';
import { type OutboxRecord, recordOf } from './outbox-record.ts';
import { parseOutboxItem } from './parse-outbox-item.ts';

/** The outbox within one transaction. */
export type OutboxWriter = {
  get(id: string): Promise<OutboxItem | undefined>;
  ofDraft(draftId: string): Promise<OutboxItem[]>;
  earlier(sending: Sending): Promise<OutboxItem | undefined>;
  put(item: OutboxItem): Promise<void>;
  /** @returns what was removed, to be put back by `restore` */
  remove(id: string): Promise<OutboxRecord | undefined>;
  restore(record: OutboxRecord): Promise<void>;
};

/**
 * One transaction over the outbox: all of it or nothing, and no other page or worker comes between. Who watches is told after it.
 * @param durability `strict` outlives a power cut; news of the companion need not, its journal is asked again
 */
export async function writeOutbox<Result>(
  act: (outbox: OutboxWriter) => Promise<Result>,
  durability: 'strict' | 'relaxed' = 'relaxed',
): Promise<Result> {
  const transaction = (await database()).transaction(['outbox', 'outboxText'], 'readwrite', { durability });
  const changed = new Set<string>();
  try {
    const result = await act(writerOf(transaction, changed));
    await transaction.done;
    announceOutbox(changed);
    return result;
  } catch (error) {
    await Promise.allSettled([Promise.resolve().then(() => transaction.abort()), transaction.done]);
    throw error;
  }
}

type Writing = IDBPTransaction<Tables, ('outbox' | 'outboxText')[], 'readwrite'>;

function writerOf(transaction: Writing, changed: Set<string>): OutboxWriter {
  const store = transaction.objectStore('outbox');
  const texts = transaction.objectStore('outboxText');
  const write = async (record: OutboxRecord) => {
    changed.add(record.id);
    await Promise.all([store.put(record), texts.put(searchText(record), record.id)]);
  };
  return {
    async get(id) {
      const stored = await store.get(id);
      return stored === undefined ? undefined : parseOutboxItem(stored);
    },
    ofDraft: async (draftId) => (await store.index('draftId').getAll(draftId)).map(parseOutboxItem),
    earlier: (sending) => findEarlier(store, sending),
    put: async (item) => write(recordOf(item, await orderOf(item.id))),
    async remove(id) {
      const record = (await store.get(id)) as OutboxRecord | undefined;
      changed.add(id);
      await Promise.all([store.delete(id), texts.delete(id)]);
      return record;
    },
    restore: write,
  };

  async function orderOf(id: string): Promise<number> {
    const known = (await store.get(id)) as OutboxRecord | undefined;
    if (known) return known.order;
    const last = await store.index('order').openKeyCursor(null, 'prev');
    return (last?.key ?? 0) + 1;
  }
}
