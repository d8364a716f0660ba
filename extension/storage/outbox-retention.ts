import { database } from './database.ts';
import { itemsIn } from './outbox.ts';
import { readableItems } from './parse-outbox-item.ts';
import { writeOutbox } from './write-outbox.ts';

/** Days for which the PDF of a sent mail can still be opened and sent again. The mail itself is listed for longer. */
export const pdfKeptDays = 30;
const dayMs = 24 * 3_600_000;

/** Deletes mails that ended before this time; what nobody knows the end of waits for its answer. @param before ms since 1970 */
export async function forgetFinished(before: number): Promise<void> {
  const db = await database();
  const ids = await db.getAllKeysFromIndex('outbox', 'finishedAt', IDBKeyRange.upperBound(before, true));
  if (ids.length === 0) return;
  await writeOutbox(async (outbox) => {
    for (const id of ids) if ((await outbox.get(id))?.state !== 'unknown') await outbox.remove(id);
  });
}

/** SHA-256 of every PDF that may still be sent or opened. */
export async function neededPdfs(now: number): Promise<string[]> {
  const lately = IDBKeyRange.lowerBound(now - pdfKeptDays * dayMs);
  const finished = await (await database()).getAllFromIndex('outbox', 'finishedAt', lately);
  const open = await itemsIn('waiting', 'sending', 'unknown', 'not-sent', 'rejected');
  return [...readableItems(finished), ...open].flatMap(({ mail }) => mail.attachments.map(({ sha256 }) => sha256));
}
