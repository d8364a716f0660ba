import { outboxCsvHead, outboxCsvLine } from '../../../domain/outbox-csv.ts';
import { readItems } from '../../../extension/storage/outbox-list.ts';
import { saveFile } from './save-file.ts';

/** Mails read at once; between them the page can draw. */
const batch = 500;

/** Saves these mails as a file for spreadsheets, in this order. */
export async function exportCsv(ids: string[]): Promise<void> {
  const parts = [outboxCsvHead];
  for (let at = 0; at < ids.length; at += batch) {
    const items = await readItems(ids.slice(at, at + batch));
    parts.push(...items.map(outboxCsvLine));
  }
  const day = new Date().toISOString().slice(0, 10);
  saveFile(new Blob(parts, { type: 'text/csv' }), `tabpost-${day}.csv`);
}
