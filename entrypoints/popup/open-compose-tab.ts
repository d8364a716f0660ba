import { browser } from 'wxt/browser';
import type { Failure } from '../../domain/failure.ts';

/** What needs a permission, and the PDF of the page that was chosen then. */
type Pending = { failure?: Failure; choice?: string | undefined };

/** The same form in a tab: for file pickers and permissions, which close a popup. What was typed is in the draft. */
export async function openComposeTab(tabId: number, { failure, choice }: Pending = {}): Promise<void> {
  const query = new URLSearchParams({ place: 'tab', tab: String(tabId) });
  if (failure) query.set('failure', JSON.stringify(failure));
  if (choice !== undefined) query.set('choice', choice);
  await browser.tabs.create({ url: browser.runtime.getURL(`/popup.html?${query}` as '/popup.html') });
  window.close();
}
