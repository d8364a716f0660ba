import { database } from './database.ts';

/** Keeps a PDF under its SHA-256; the same bytes are kept once. */
export async function storePdf(sha256: string, bytes: Blob): Promise<void> {
  await (await database()).put('pdf', { bytes, storedAt: Date.now() }, sha256);
}

export async function readPdf(sha256: string): Promise<Blob | undefined> {
  return (await (await database()).get('pdf', sha256))?.bytes;
}

/** Ages below this belong to a capture that may not have reached its draft yet. */
const youngMs = 10 * 60_000;

/** Forgets the PDFs that neither a draft nor an unfinished mail needs. */
export async function prunePdfs(needed: Iterable<string>, now: number): Promise<void> {
  const keep = new Set(needed);
  const transaction = (await database()).transaction('pdf', 'readwrite');
  for await (const cursor of transaction.store) {
    if (!keep.has(cursor.key) && now - cursor.value.storedAt > youngMs) await cursor.delete();
  }
  await transaction.done;
}
