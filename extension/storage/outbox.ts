import type { OutboxItem, OutboxState } from '../../domain/outbox.ts';
import { database } from './database.ts';
import { parseOutboxItem, readableItems } from './parse-outbox-item.ts';
import { type OutboxWriter, writeOutbox } from './write-outbox.ts';

export async function readOutboxItem(id: string): Promise<OutboxItem | undefined> {
  const stored = await (await database()).get('outbox', id);
  return stored === undefined ? undefined : parseOutboxItem(stored);
}

/** The mails of one draft in a steady order: one, unless every recipient got a mail of their own. */
export async function readDraftItems(draftId: string): Promise<OutboxItem[]> {
  const stored = await (await database()).getAllFromIndex('outbox', 'draftId', draftId);
  return stored.map(parseOutboxItem);
}

/** All items in one of these states, oldest press of Send first within each. Never reads the history besides. */
export async function itemsIn(...states: OutboxState[]): Promise<OutboxItem[]> {
  const index = (await database()).transaction('outbox').store.index('state');
  const stored = await Promise.all(states.map((state) => index.getAll(rangeOf(state))));
  return readableItems(stored.flat());
}

/** Mails that were sent and whose copy for the Sent folder had not been filed when the companion last told of it. */
export async function itemsWithOpenCopy(): Promise<OutboxItem[]> {
  const stored = await (await database()).getAllFromIndex('outbox', 'copy', 'waiting');
  return readableItems(stored);
}

/** How many items are in one of these states, and how many somebody has to look at. */
export async function countOutbox(...states: OutboxState[]): Promise<{ count: number; attention: number }> {
  const { store } = (await database()).transaction('outbox');
  const [attention, ...counts] = await Promise.all([
    store.index('attention').count(),
    ...states.map((state) => store.index('state').count(rangeOf(state))),
  ]);
  return { count: counts.reduce((sum, one) => sum + one, 0), attention };
}

/** Keys of the index `state` that hold this state, in the order of sending. */
export function rangeOf(state: OutboxState): IDBKeyRange {
  return IDBKeyRange.bound([state, 0], [state, Number.POSITIVE_INFINITY]);
}

/** Changes one item as one step; `undefined` in means there is none yet, the same item out means nothing changed. */
export function changeOutboxItem<Next extends OutboxItem | undefined>(
  id: string,
  change: (item: OutboxItem | undefined) => Next,
): Promise<Next> {
  return writeOutbox(async (outbox) => {
    const before = await outbox.get(id);
    const after = change(before);
    if (after && after !== before) await outbox.put(after);
    return after;
  });
}

/**
 * Puts in what `change` makes of a draft's items, all in one transaction: a draft is in the outbox as a whole or not at all,
 * and two pages pressing Send at once cannot both begin. Outlives a power cut.
 */
export function changeDraftItems(
  draftId: string,
  change: (items: OutboxItem[], outbox: OutboxWriter) => OutboxItem[] | Promise<OutboxItem[]>,
): Promise<OutboxItem[]> {
  return writeOutbox(async (outbox) => {
    const changed = await change(await outbox.ofDraft(draftId), outbox);
    for (const item of changed) await outbox.put(item);
    return changed;
  }, 'strict');
}
