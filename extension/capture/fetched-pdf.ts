import { fetchPdf } from './fetch-pdf.ts';
import { pdfFileName } from './file-name.ts';
import { demandSite, siteOf } from './site-permission.ts';
import type { CaptureStrategy } from './strategy.ts';

/**
 * Firefox lets no extension into its PDF viewer: the address is asked again, which needs the user's permission for the site.
 * Whether the tab shows a PDF at all is known only by the answer, and after a form that may be another one: a person is asked to look.
 */
export const fetchedPdf: CaptureStrategy = {
  can: (tab, probe) =>
    import.meta.env.FIREFOX && 'refused' in probe && probe.refused === 'page-hidden' && /^https?:/.test(tab.url),
  async capture(tab) {
    await demandSite(siteOf(tab.url));
    const { bytes, disposition } = await fetchPdf(tab.url);
    return { bytes, fileName: pdfFileName({ disposition, ...tab }), source: 'page', url: tab.url, refetched: true };
  },
};
