import { TabpostError } from '../../domain/failure.ts';
import { type OutboxItem, outboxItemSchema } from '../../domain/outbox.ts';
import { z } from '../../domain/schema.ts';
import { database } from './database.ts';

// IndexedDB tells nobody about changes; this channel reaches the other pages and the background.
const channelName = 'tabpost:outbox';

export async function readOutboxItem(id: string): Promise<OutboxItem | undefined> {
  const stored = await (await database()).get('outbox', id);
  return stored === undefined ? undefined : parse(stored);
}

/** All items, newest first. One that can no longer be read stays where it is and keeps none of the others from being sent. */
export async function listOutbox(): Promise<OutboxItem[]> {
  const stored = await (await database()).getAllFromIndex('outbox', 'createdAt');
  return stored.reverse().flatMap((item) => z.safeParse(outboxItemSchema, item).data ?? []);
}

/**
 * Changes one item as one step; `undefined` in means there is none yet, the same item out means nothing changed.
 * One transaction, so two pages pressing Send at once cannot both begin. `strict` outlives a power cut; news of the companion need not,
 * its journal is asked again.
 */
export async function changeOutboxItem<Next extends OutboxItem | undefined>(
  id: string,
  change: (item: OutboxItem | undefined) => Next,
  durability: 'strict' | 'relaxed' = 'relaxed',
): Promise<Next> {
  const transaction = (await database()).transaction('outbox', 'readwrite', { durability });
  const stored = await transaction.store.get(id);
  const before = stored === undefined ? undefined : parse(stored);
  const after = change(before);
  if (after && after !== before) await transaction.store.put(after);
  await transaction.done;
  if (after && after !== before) announce(id);
  return after;
}

/** Calls back with the id of every item that changed, here or elsewhere, until the returned function is called. */
export function watchOutbox(changed: (id: string) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => changed(String(data));
  return () => channel.close();
}

function announce(id: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(id);
  channel.close();
}

function parse(stored: unknown): OutboxItem {
  const item = z.safeParse(outboxItemSchema, stored);
  if (item.success) return item.data;
  throw new TabpostError('storage-damaged', { detail: 'outbox', cause: item.error });
}
