import { fetchPdf } from './fetch-pdf.ts';
import { pdfFileName } from './file-name.ts';
import { demandSite, siteOf } from './site-permission.ts';
import type { CaptureStrategy } from './strategy.ts';

/** Firefox's own sites: no permission opens them, and nothing tells them from others (preference `extensions.webextensions.restrictedDomains`). */
const closedSites = new Set([
  'accounts.firefox.com',
  'addons.mozilla.org',
  'discovery.addons.mozilla.org',
  'support.mozilla.org',
]);

/**
 * Firefox lets no extension into its PDF viewer: the address is asked again, which needs the user's permission for the site.
 * Whether the tab shows a PDF at all is known only by the answer, and after a form that may be another one: a person is asked to look.
 */
export const fetchedPdf: CaptureStrategy = {
  can: (tab, probe) =>
    import.meta.env.FIREFOX &&
    'refused' in probe &&
    probe.refused === 'page-hidden' &&
    /^https?:/.test(tab.url) &&
    !closedSites.has(new URL(tab.url).hostname),
  async capture(tab) {
    await demandSite(siteOf(tab.url));
    const { bytes, disposition } = await fetchPdf(tab.url);
    return { bytes, fileName: pdfFileName({ disposition, ...tab }), source: 'page', url: tab.url, refetched: true };
  },
};
