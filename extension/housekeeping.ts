import { browser } from 'wxt/browser';
import { draftItem, draftPdfs } from './storage/draft.ts';
import { forgetFinished, neededPdfs } from './storage/outbox-retention.ts';
import { prunePdfs } from './storage/pdf-store.ts';
import { settingsItem } from './storage/settings.ts';
import { forgetOldUnsent, forgetUnsent } from './storage/unsent-texts.ts';

const dayMs = 24 * 3_600_000;

/**
 * Finished mails go when the time its user set for the history is over, their PDFs sooner. Once a day: a worker starts many times,
 * and this reads a month of history.
 */
export async function forgetOldMails(): Promise<void> {
  const now = Date.now();
  const { tidiedAt } = await browser.storage.local.get('tidiedAt');
  if (typeof tidiedAt === 'number' && tidiedAt <= now && now - tidiedAt < dayMs) return;
  const { retentionDays } = await settingsItem.read();
  await forgetOldUnsent(now);
  await forgetFinished(now - retentionDays * dayMs);
  await prunePdfs([...(await neededPdfs(now)), ...(await draftPdfs())], now);
  await browser.storage.local.set({ tidiedAt: now });
}

/** Who closes a tab is done with its draft; who closes the browser may come back. */
export function forgetDraftsOfClosedTabs(): void {
  browser.tabs.onRemoved.addListener(async (tabId, { isWindowClosing }) => {
    const draft = await draftItem(tabId).read();
    await draftItem(tabId).update(() => null);
    if (draft && !isWindowClosing) await forgetUnsent(draft.url);
  });
}
