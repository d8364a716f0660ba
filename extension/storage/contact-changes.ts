import { maxContacts } from '../../domain/contact.ts';
import { type ContactFront, changedFront, emptyFront, frontOf, type LineChange } from '../../domain/contact-front.ts';
import { TabpostError } from '../../domain/failure.ts';
import { byShard, type ContactsTransaction, changeShard, type EntryChange, readShards } from './contact-shards.ts';
import { database } from './database.ts';
import { storageTrouble } from './storage-trouble.ts';

const channelName = 'tabpost:contacts';
const frontKey = 'front';

/**
 * Changes the entries of these keys as one step, whoever else changes some.
 * @returns what they were and became, in order to undo it
 * @throws TabpostError `storage-full`, `address-list-full`
 */
export async function changeContacts(keys: Iterable<string>, change: EntryChange): Promise<LineChange[]> {
  const transaction = (await database()).transaction(['contacts', 'contactFront'], 'readwrite');
  const work = changeAll(transaction, byShard(keys), change).catch((error: unknown) => {
    if (transaction.error === null) transaction.abort(); // not aborted by the browser itself
    throw error;
  });
  const [changes] = await Promise.all([work, transaction.done]).catch((error: unknown) => {
    throw storageTrouble(transaction.error ?? error);
  });
  announce();
  return changes;
}

/** How many entries there are, and the first ones in the order of lists. */
export async function readContactFront(): Promise<ContactFront> {
  return (await (await database()).get('contactFront', frontKey)) ?? emptyFront;
}

/** Calls back after every change by whomever, until the returned function is called. */
export function watchContacts(changed: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = () => changed();
  return () => channel.close();
}

async function changeAll(
  transaction: ContactsTransaction,
  shards: Map<number, string[]>,
  change: EntryChange,
): Promise<LineChange[]> {
  const parts = await Promise.all([...shards].map((shard) => changeShard(transaction, shard, change)));
  const changes = parts.flat();
  const store = transaction.objectStore('contactFront');
  const front = (await store.get(frontKey)) ?? emptyFront;
  const after = changedFront(front, changes) ?? frontOf(await readShards(transaction));
  if (after.count > maxContacts && after.count > front.count) throw new TabpostError('address-list-full');
  await store.put(after, frontKey);
  return changes;
}

function announce(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}
