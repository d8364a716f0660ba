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

/** The mails of one draft in a steady order: one, unless every recipient got a mail of their own. */
export async function readDraftItems(draftId: string): Promise<OutboxItem[]> {
  const stored = await (await database()).getAllFromIndex('outbox', 'draftId', draftId);
  return stored.map(parse);
}

/** All items, newest first. One that can no longer be read stays where it is and keeps none of the others from being sent. */
export async function listOutbox(): Promise<OutboxItem[]> {
  const stored = await (await database()).getAllFromIndex('outbox', 'createdAt');
  return stored.reverse().flatMap((item) => z.safeParse(outboxItemSchema, item).data ?? []);
}

/**
 * Changes one item as one step; `undefined` in means there is none yet, the same item out means nothing changed.
 * Need not outlive a power cut: the companion's journal is asked again.
 */
export async function changeOutboxItem<Next extends OutboxItem | undefined>(
  id: string,
  change: (item: OutboxItem | undefined) => Next,
): Promise<Next> {
  const transaction = (await database()).transaction('outbox', 'readwrite', { durability: 'relaxed' });
  const stored = await transaction.store.get(id);
  const before = stored === undefined ? undefined : parse(stored);
  const after = change(before);
  if (after && after !== before) await transaction.store.put(after);
  await transaction.done;
  if (after && after !== before) announce(id);
  return after;
}

/**
 * Puts in what `change` makes of a draft's items, all in one transaction: a draft is in the outbox as a whole or not at all,
 * and two pages pressing Send at once cannot both begin. Outlives a power cut.
 */
export async function changeDraftItems(
  draftId: string,
  change: (items: OutboxItem[]) => OutboxItem[],
): Promise<OutboxItem[]> {
  const transaction = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
  const stored = await transaction.store.index('draftId').getAll(draftId);
  const changed = change(stored.map(parse));
  for (const item of changed) void transaction.store.put(item);
  await transaction.done;
  for (const { id } of changed) announce(id);
  return changed;
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
