import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';
import { fetchedPdf } from './fetched-pdf.ts';
import { openPdf } from './open-pdf.ts';
import { runInTab } from './run-in-tab.ts';
import type { Captured, CapturedTab, CaptureStrategy, PageProbe } from './strategy.ts';

const strategies: CaptureStrategy[] = [openPdf, fetchedPdf];

/**
 * The PDF of what this tab shows, by the first strategy that can.
 * @throws TabpostError of the groups page-* and pdf-*
 */
export async function capturePdf(tab: CapturedTab): Promise<Captured> {
  const probe = await probePage(tab.id);
  const strategy = strategies.find(({ can }) => can(tab, probe));
  if (!strategy) throw new TabpostError('refused' in probe ? probe.refused : 'page-not-pdf');
  const captured = await strategy.capture(tab);
  const { url } = await browser.tabs.get(tab.id);
  if (url !== tab.url) throw new TabpostError('page-changed');
  return captured;
}

async function probePage(tabId: number): Promise<PageProbe> {
  try {
    return { contentType: await runInTab(tabId, () => document.contentType) };
  } catch (error) {
    if (error instanceof TabpostError) return { refused: error.code };
    throw error;
  }
}
