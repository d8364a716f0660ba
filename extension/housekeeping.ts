import { browser } from 'wxt/browser';
import { draftItem, draftPdfs } from './storage/draft.ts';
import { forgetFinished, neededPdfs } from './storage/outbox-retention.ts';
import { prunePdfs } from './storage/pdf-store.ts';
import { settingsItem } from './storage/settings.ts';

const dayMs = 24 * 3_600_000;

/** Finished mails go when the time its user set for the history is over, their PDFs sooner. */
export async function forgetOldMails(): Promise<void> {
  const now = Date.now();
  const { retentionDays } = await settingsItem.read();
  await forgetFinished(now - retentionDays * dayMs);
  await prunePdfs([...(await neededPdfs(now)), ...(await draftPdfs())], now);
}

export function forgetDraftsOfClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => void draftItem(tabId).update(() => null));
}
