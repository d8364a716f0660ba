import { useEffect } from 'react';
import type { Draft } from '../../domain/draft.ts';
import { draftItem } from '../../extension/storage/draft.ts';
import { readPdf } from '../../extension/storage/pdf-store.ts';

/** Counts the pages of a PDF once and keeps the number with the draft. The PDF code is loaded only for that. */
export function usePageCount({ capture }: Draft, tabId: number): void {
  const sha256 = capture.state === 'ready' && capture.pages === undefined ? capture.attachment.sha256 : undefined;
  useEffect(() => {
    if (sha256 === undefined) return;
    void count(sha256).then((pages) => keep(tabId, sha256, pages));
  }, [sha256, tabId]);
}

async function count(sha256: string): Promise<number | undefined> {
  const bytes = await readPdf(sha256);
  if (!bytes) return undefined;
  const { pdfPages } = await import('./pdf-pages.ts');
  return pdfPages(bytes);
}

async function keep(tabId: number, sha256: string, pages: number | undefined): Promise<void> {
  if (pages === undefined) return;
  await draftItem(tabId).update((draft) => {
    const capture = draft?.capture;
    if (capture?.state !== 'ready' || capture.attachment.sha256 !== sha256) return draft;
    return draft && { ...draft, capture: { ...capture, pages } };
  });
}
