import { renewDrafts } from './draft.ts';
import type { OutboxRecord } from './outbox-record.ts';
import { writeOutbox } from './write-outbox.ts';

/**
 * Takes mails out of the history. A draft one of them came from goes on under another id: the companion still knows the old one.
 * @returns what `restoreMails` puts back
 */
export async function removeMails(ids: string[]): Promise<OutboxRecord[]> {
  const removed = await writeOutbox(async (outbox) => {
    const records: OutboxRecord[] = [];
    for (const id of ids) {
      const record = await outbox.remove(id);
      if (record) records.push(record);
    }
    return records;
  });
  await renewDrafts(removed.map(({ draftId }) => draftId));
  return removed;
}

export function restoreMails(records: OutboxRecord[]): Promise<void> {
  return writeOutbox(async (outbox) => {
    for (const record of records) await outbox.restore(record);
  });
}
