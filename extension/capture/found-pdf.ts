import { TabpostError } from '../../domain/failure.ts';
import { checkedPdf } from './checked-pdf.ts';
import { fetchInTab } from './fetch-in-tab.ts';
import { fetchPdf, refuseStatus } from './fetch-pdf.ts';
import { pdfFileName } from './file-name.ts';
import { demandSite, siteOf } from './site-permission.ts';
import type { Captured, CapturedTab, FoundPdf } from './strategy.ts';

/**
 * The bytes of a PDF that a page holds or links to. What is the page's own is fetched inside it;
 * another site's PDF needs that site's permission.
 * @throws TabpostError `pdf-permission` and everything that can be wrong with a PDF
 */
export async function foundPdf(tab: CapturedTab, found: FoundPdf, source: Captured['source']): Promise<Captured> {
  const { bytes, disposition } = isOfPage(tab.url, found.url)
    ? await fromPage(tab.id, found.url)
    : await fromSite(found.url);
  const url = found.url.startsWith('data:') ? '' : found.url;
  return { bytes, source, url: found.url, fileName: pdfFileName({ disposition, url, title: found.name || tab.title }) };
}

function isOfPage(pageUrl: string, url: string): boolean {
  return /^(?:blob|data):/.test(url) || URL.parse(url)?.origin === URL.parse(pageUrl)?.origin;
}

async function fromPage(tabId: number, url: string) {
  const { status, bytes, disposition } = await fetchInTab(tabId, url);
  if (bytes) return { bytes: await checkedPdf(bytes), disposition };
  // Redirected to another site: only the extension may follow.
  if (status === 0 && url.startsWith('http')) return fromSite(url);
  if (status === 0) throw new TabpostError('pdf-out-of-reach');
  refuseStatus(status);
  throw new TabpostError('pdf-damaged');
}

async function fromSite(url: string) {
  await demandSite(siteOf(url));
  return fetchPdf(url);
}
