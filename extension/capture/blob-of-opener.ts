import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';
import { checkedPdf } from './checked-pdf.ts';
import { fetchInTab } from './fetch-in-tab.ts';
import { pdfFileName } from './file-name.ts';
import { demandSite, siteOf } from './site-permission.ts';
import type { CapturedTab, CaptureStrategy } from './strategy.ts';

/**
 * A `blob:` PDF in Firefox: its viewer lets nobody in, and only pages of the site that made the blob can read it, as long as its maker
 * lives. That is the tab it was opened from, or else another tab of the site.
 */
export const blobOfOpener: CaptureStrategy = {
  can: (tab, probe) =>
    import.meta.env.FIREFOX && 'refused' in probe && probe.refused === 'page-hidden' && /^blob:https?:/.test(tab.url),
  async capture(tab) {
    const site = siteOf(new URL(tab.url).origin);
    await demandSite(site);
    for (const maker of await possibleMakers(tab, site)) {
      const bytes = await readIn(maker, tab.url);
      if (!bytes) continue;
      const fileName = pdfFileName({ disposition: null, url: '', title: tab.title });
      return { bytes: await checkedPdf(new Blob([bytes])), fileName, source: 'page', url: tab.url };
    }
    throw new TabpostError('pdf-out-of-reach');
  },
};

/** A tab that cannot be asked, such as another PDF's viewer, has not made it. */
async function readIn(tabId: number, url: string): Promise<ArrayBuffer | undefined> {
  try {
    return (await fetchInTab(tabId, url)).bytes;
  } catch (error) {
    if (error instanceof TabpostError && error.code.startsWith('page-')) return undefined;
    throw error;
  }
}

async function possibleMakers(tab: CapturedTab, site: string): Promise<number[]> {
  const [{ openerTabId }, ofSite] = await Promise.all([browser.tabs.get(tab.id), browser.tabs.query({ url: site })]);
  const ids = [openerTabId, ...ofSite.map(({ id }) => id)];
  return [...new Set(ids)].filter((id) => id !== undefined && id !== tab.id) as number[];
}
