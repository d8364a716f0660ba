// Runs inside a page of the built extension, bundled with the product's own storage and port.
import { browser } from 'wxt/browser';
import { background } from '../../extension/background-port.ts';
import { draftItem } from '../../extension/storage/draft.ts';

/** ms from the question to a draft whose PDF is checked, hashed and stored. */
async function captureAgain(url: string): Promise<number> {
  const tabId = await tabAt(url);
  const start = performance.now();
  await background.call('capture', { tabId, again: true });
  const took = performance.now() - start;
  const draft = await draftItem(tabId).read();
  if (draft?.capture.state !== 'ready') throw new Error(`captured: ${JSON.stringify(draft?.capture)}`);
  return took;
}

/** ms for the least an extension can do: the bytes from the tab's cache, here in a page. */
async function bareFetch(url: string): Promise<number> {
  const tabId = await tabAt(url);
  const start = performance.now();
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: async () => (await fetch(location.href, { cache: 'force-cache', credentials: 'include' })).arrayBuffer(),
  });
  const took = performance.now() - start;
  const bytes = answer?.result as ArrayBuffer | undefined;
  if (!bytes?.byteLength) throw new Error('nothing was fetched');
  return took;
}

async function tabAt(url: string): Promise<number> {
  const found = (await browser.tabs.query({})).find((tab) => tab.url === url);
  if (found?.id === undefined) throw new Error(`no tab shows ${url}`);
  return found.id;
}

declare global {
  interface Window {
    captureAgain: typeof captureAgain;
    bareFetch: typeof bareFetch;
  }
}
Object.assign(window, { captureAgain, bareFetch });
