import { database } from './database.ts';

/** Keeps a PDF under its SHA-256; the same bytes are kept once. */
export async function storePdf(sha256: string, bytes: Blob): Promise<void> {
  const transaction = (await database()).transaction('pdf', 'readwrite');
  const known = await transaction.store.get(sha256);
  await transaction.store.put({ ...known, bytes, storedAt: Date.now() }, sha256);
  await transaction.done;
}

export async function readPdf(sha256: string): Promise<Blob | undefined> {
  return (await (await database()).get('pdf', sha256))?.bytes;
}

/** What was read from these bytes once: pages, and a picture of the first as a data: address. */
export async function readPreview(sha256: string) {
  return (await (await database()).get('pdf', sha256))?.preview;
}

export async function keepPreview(
  sha256: string,
  preview: { pages?: number | undefined; picture?: string | undefined },
): Promise<void> {
  const transaction = (await database()).transaction('pdf', 'readwrite');
  const stored = await transaction.store.get(sha256);
  if (stored) await transaction.store.put({ ...stored, preview }, sha256);
  await transaction.done;
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
