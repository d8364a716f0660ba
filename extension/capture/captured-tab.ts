import { browser } from 'wxt/browser';
import { sha256Of } from '../../protocol/sha256.ts';
import type { CapturedTab } from './strategy.ts';

/** The tab as far as the browser lets us see it. */
export async function capturedTab(id: number): Promise<CapturedTab> {
  const askedAt = performance.now();
  const { url = '', title = '' } = await browser.tabs.get(id);
  return { id, url: await nameOf(url), title, askedAt };
}

/** Stands for an address in drafts and mails: one that is a whole document (`data:`) would fill the storage. */
export async function nameOf(url: string): Promise<string> {
  if (!url.startsWith('data:')) return url;
  const type = url.slice(0, url.indexOf(',')).slice(0, 100);
  return `${type},#${await sha256Of(new TextEncoder().encode(url))}`;
}
