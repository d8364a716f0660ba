import { browser } from 'wxt/browser';

/**
 * The same form in a tab: for file pickers and permissions, which close a popup. What was typed is in the draft.
 * @param choice a PDF of the page that waits for a permission
 */
export async function openComposeTab(tabId: number, choice?: string): Promise<void> {
  const query = new URLSearchParams({ place: 'tab', tab: String(tabId), ...(choice !== undefined && { choice }) });
  await browser.tabs.create({ url: browser.runtime.getURL(`/popup.html?${query}` as '/popup.html') });
  window.close();
}
