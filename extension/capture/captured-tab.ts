import { browser } from 'wxt/browser';
import type { CapturedTab } from './strategy.ts';

/** The tab as far as the browser lets us see it. */
export async function capturedTab(id: number): Promise<CapturedTab> {
  const { url = '', title = '' } = await browser.tabs.get(id);
  return { id, url, title };
}
