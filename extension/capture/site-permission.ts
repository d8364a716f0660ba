import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';

/** Every site: needed where the browser hides which one it is. */
export const allSites = '*://*/*';

/** Match pattern of an address's site. Without the port: a pattern with one is granted by Firefox, and then matches nothing. */
export function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** @throws TabpostError `pdf-permission` with the pattern to ask for as detail */
export async function demandSite(pattern: string): Promise<void> {
  if (!(await browser.permissions.contains({ origins: [pattern] })))
    throw new TabpostError('pdf-permission', { detail: pattern });
}
