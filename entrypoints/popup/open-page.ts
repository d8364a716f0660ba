import { browser } from 'wxt/browser';

type Page = '/welcome.html' | `/options.html#${'server' | 'senders' | 'disabled' | 'outbox' | 'about'}`;

/** Opens one of our pages in a tab. The popup goes: Firefox would leave it open over the new tab. */
export async function openPage(page: Page): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
  window.close();
}
