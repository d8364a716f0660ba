import { useEffect, useState } from 'react';
import type { Preview } from '../../components/AttachmentCard.tsx';
import { attachmentsOf, type Capture } from '../../domain/capture.ts';
import { keepPreview, readPdf, readPreview } from '../../extension/storage/pdf-store.ts';

/** Pages and first page of the draft's PDFs, by SHA-256. Read once and kept beside the bytes; the PDF code is loaded only for that. */
export function usePreviews(capture: Capture): ReadonlyMap<string, Preview> {
  const [previews, setPreviews] = useState<ReadonlyMap<string, Preview>>(new Map());
  const hashes = attachmentsOf(capture)
    .map(({ sha256 }) => sha256)
    .join(' ');
  useEffect(() => {
    let open = true;
    const show = (sha256: string, preview: Preview) => {
      if (open) setPreviews((known) => new Map(known).set(sha256, preview));
    };
    void previewEach(hashes.split(' ').filter(Boolean), show);
    return () => {
      open = false;
    };
  }, [hashes]);
  return previews;
}

/** One after the other: several large PDFs at once would slow the typing down. */
async function previewEach(hashes: string[], show: (sha256: string, preview: Preview) => void): Promise<void> {
  for (const sha256 of hashes) {
    const preview = (await readPreview(sha256)) ?? (await made(sha256));
    if (preview) show(sha256, preview);
  }
}

async function made(sha256: string): Promise<Preview | undefined> {
  const bytes = await readPdf(sha256);
  if (!bytes) return undefined;
  const { pdfPreview } = await import('./pdf-preview.ts');
  const preview = await pdfPreview(bytes);
  await keepPreview(sha256, preview);
  return preview;
}
