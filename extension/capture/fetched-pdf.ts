import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';
import { checkedPdf } from './checked-pdf.ts';
import { pdfFileName } from './file-name.ts';
import type { Captured, CapturedTab, CaptureStrategy } from './strategy.ts';

/**
 * Firefox lets no extension into its PDF viewer: the address is asked again, which needs the user's permission for the site.
 * Whether the tab shows a PDF at all is known only by the answer.
 */
export const fetchedPdf: CaptureStrategy = {
  can: (tab, probe) =>
    import.meta.env.FIREFOX && 'refused' in probe && probe.refused === 'page-blocked' && /^https?:/.test(tab.url),
  async capture(tab) {
    const { protocol, hostname, origin } = new URL(tab.url);
    // Without the port: a pattern with one is granted by Firefox, and then matches nothing.
    const allowed = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
    if (!allowed) throw new TabpostError('pdf-permission', { detail: origin });
    return fetchPdf(tab);
  },
};

/** @throws TabpostError `pdf-out-of-reach`, `pdf-login-page` and those of checkedPdf */
export async function fetchPdf(tab: CapturedTab): Promise<Captured> {
  const response = await fetch(tab.url, { credentials: 'include' }).catch((cause: unknown) => {
    throw new TabpostError('pdf-out-of-reach', { cause });
  });
  const signIn = response.status === 401 || response.status === 403;
  if (!response.ok)
    throw new TabpostError(signIn ? 'pdf-login-page' : 'pdf-out-of-reach', { detail: String(response.status) });
  const disposition = response.headers.get('content-disposition');
  return {
    bytes: await checkedPdf(await response.blob()),
    fileName: pdfFileName({ disposition, url: tab.url, title: tab.title }),
  };
}
