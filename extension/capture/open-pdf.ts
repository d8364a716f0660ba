import { TabpostError } from '../../domain/failure.ts';
import { checkedPdf } from './checked-pdf.ts';
import { fetchInTab, type TabAnswer } from './fetch-in-tab.ts';
import { fetchPdf, refuseStatus } from './fetch-pdf.ts';
import { pdfFileName } from './file-name.ts';
import type { CaptureStrategy } from './strategy.ts';

/**
 * The tab shows a PDF: its own cache gives the original bytes, without the server noticing (one-time links!).
 * Only when the cache has nothing is the server asked again, by the extension; never with a form's data.
 */
export const openPdf: CaptureStrategy = {
  can: (_tab, probe) => 'contentType' in probe && probe.contentType === 'application/pdf',
  async capture(tab, probe) {
    const inTab = await (('own' in probe && probe.own) || fetchInTab(tab.id));
    if (inTab.href !== tab.url) throw new TabpostError('page-changed');
    const { bytes, disposition, refetched } = await bytesOf(inTab);
    return { bytes, fileName: pdfFileName({ disposition, ...tab }), source: 'page', url: tab.url, refetched };
  },
};

/** `refetched`: what answered a form cannot be told from what the same address gives now, so a person is asked to look. */
async function bytesOf({ href, status, bytes, disposition, fresh = false }: TabAnswer) {
  if (bytes) return { bytes: await checkedPdf(bytes), disposition, refetched: fresh };
  if (href.startsWith('file:')) throw new TabpostError('pdf-local-file');
  if (!href.startsWith('http')) throw new TabpostError('pdf-out-of-reach');
  if (status !== 0) refuseStatus(status); // the site's own answer: asking it again in another way changes nothing
  return { ...(await fetchPdf(href)), refetched: true };
}
