import type { Page } from 'playwright/test';
import { chromiumId } from '../../protocol/identity.ts';
import type { Office } from './office.ts';

/** The page "Outbox & history" in a tab of its own. */
export async function openOutbox({ browser }: Office): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/options.html#outbox`);
  return page;
}

// What extension pages have; only what is used here.
declare const chrome: { action: { getBadgeText(of: object): Promise<string> } };

/** What the toolbar button's badge says. @param page one of the extension's own */
export function badge(page: Page): Promise<string> {
  return page.evaluate(() => chrome.action.getBadgeText({}));
}
