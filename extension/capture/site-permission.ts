import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';

/** Every site: needed where the browser hides which one it is. */
export const allSites = '*://*/*';

/** Match pattern of an address's site. Without the port: a pattern with one is granted by Firefox, and then matches nothing. */
export function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

type Missing = 'pdf-permission' | 'tabs-permission' | 'page-hidden';

/** @throws TabpostError `missing` with the pattern to ask for as detail */
export async function demandSite(pattern: string, missing: Missing = 'pdf-permission'): Promise<void> {
  if (!(await browser.permissions.contains({ origins: [pattern] })))
    throw new TabpostError(missing, { detail: pattern });
}
