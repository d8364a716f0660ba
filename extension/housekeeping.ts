import { browser } from 'wxt/browser';
import { draftItem, draftPdfs } from './storage/draft.ts';
import { listOutbox } from './storage/outbox.ts';
import { prunePdfs } from './storage/pdf-store.ts';

/** PDFs of finished mails are not kept; those of drafts and of anything that may still go out are. */
export async function forgetUnneededPdfs(): Promise<void> {
  const unfinished = (await listOutbox()).filter(({ state }) => !['sent', 'partly-sent', 'cancelled'].includes(state));
  const ofMails = unfinished.flatMap(({ mail }) => mail.attachments.map(({ sha256 }) => sha256));
  await prunePdfs([...ofMails, ...(await draftPdfs())], Date.now());
}

export function forgetDraftsOfClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => void draftItem(tabId).update(() => null));
}
