import { TabpostError } from '../../domain/failure.ts';
import { checkedPdf } from './checked-pdf.ts';
import { fetchPdf } from './fetched-pdf.ts';
import { pdfFileName } from './file-name.ts';
import { runInTab } from './run-in-tab.ts';
import type { Captured, CapturedTab, CaptureStrategy } from './strategy.ts';

/** 50 MB through executeScript take some seconds on a slow computer. */
const fetchMs = 45_000;

/**
 * The tab shows a PDF: its own cache gives the original bytes, without the server noticing (one-time links!).
 * Only when the cache has nothing is the server asked again, by the extension.
 */
export const openPdf: CaptureStrategy = {
  can: (_tab, probe) => 'contentType' in probe && probe.contentType === 'application/pdf',
  async capture(tab) {
    const inTab = await runInTab(tab.id, readInTab, fetchMs);
    if (inTab.href !== tab.url) throw new TabpostError('page-changed');
    if (!inTab.bytes) return fetchPdf(tab);
    return named(tab, inTab.bytes, inTab.disposition);
  },
};

async function named(tab: CapturedTab, bytes: ArrayBuffer, disposition: string | null): Promise<Captured> {
  return {
    bytes: await checkedPdf(new Blob([bytes])),
    fileName: pdfFileName({ disposition, url: tab.url, title: tab.title }),
  };
}

/**
 * Runs in the page: may use nothing from outside itself. The cache alone is asked first; a new answer is not stored:
 * a login page kept under this address would come back for ever.
 */
async function readInTab(): Promise<{ href: string; bytes?: ArrayBuffer; disposition: string | null }> {
  const { href } = location;
  const ask = async (cache: RequestCache) => {
    const response = await fetch(href, { cache, mode: 'same-origin', credentials: 'include' });
    const disposition = response.headers.get('content-disposition');
    return response.ok ? { href, disposition, bytes: await response.arrayBuffer() } : { href, disposition };
  };
  try {
    return await ask('only-if-cached').catch(() => ask('no-store'));
  } catch {
    return { href, disposition: null }; // offline or refused by the page's policy: the extension asks the server itself
  }
}
