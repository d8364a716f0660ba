import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OutboxItem } from '../../domain/outbox.ts';
import { sampleItem, sampleMail, sampleSettings } from '../domain/samples.ts';

const day = 24 * 3_600_000;
const now = 1000 * day;
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const hashOf = (n: number) => String(n).padStart(64, '0');

beforeEach(async () => {
  vi.resetModules();
  vi.restoreAllMocks();
  vi.stubGlobal('indexedDB', new IDBFactory());
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ settings: { ...sampleSettings, retentionDays: 100 } });
});

/** Mails with a PDF each, stored long ago; what is left of both after the daily tidying. */
async function leftOf(items: Partial<OutboxItem>[]) {
  const { changeOutboxItem } = await import('../../extension/storage/outbox.ts');
  const { allIds } = await import('../../extension/storage/outbox-list.ts');
  const { database } = await import('../../extension/storage/database.ts');
  const { forgetOldMails } = await import('../../extension/housekeeping.ts');
  for (const [n, changes] of items.entries()) {
    const attachments = [{ fileName: 'a.pdf', size: 1, sha256: hashOf(n) }];
    const item = sampleItem({ id: idOf(n), mail: { ...sampleMail, id: idOf(n), attachments }, ...changes });
    await changeOutboxItem(item.id, () => item);
    await (await database()).put('pdf', { bytes: new Blob(['%PDF-']), storedAt: 0 }, hashOf(n));
  }
  vi.spyOn(Date, 'now').mockReturnValue(now);
  await forgetOldMails();
  const pdfs = await (await database()).getAllKeys('pdf');
  return { mails: (await allIds(undefined)).map((id) => Number(id.slice(-2))).sort(), pdfs: pdfs.map(Number) };
}

it('keeps what may still go out or be asked about, the rest for its time, and PDFs for 30 days', async () => {
  const left = await leftOf([
    { state: 'waiting' },
    { state: 'unknown', finishedAt: now - 500 * day },
    { state: 'sent', finishedAt: now - 29 * day },
    { state: 'sent', finishedAt: now - 31 * day },
    { state: 'sent', finishedAt: now - 101 * day },
    { state: 'rejected', finishedAt: now - 99 * day },
    { state: 'not-sent', finishedAt: now - 101 * day },
  ]);
  expect(left).toEqual({ mails: [0, 1, 2, 3, 5], pdfs: [0, 1, 2, 5] });
});

it('tidies up once a day, and again at once when the clock was set back', async () => {
  await leftOf([]);
  const { forgetOldMails } = await import('../../extension/housekeeping.ts');
  const write = vi.spyOn(fakeBrowser.storage.local, 'set');
  await forgetOldMails();
  expect(write).not.toHaveBeenCalled();
  vi.spyOn(Date, 'now').mockReturnValue(now - day);
  await forgetOldMails();
  vi.spyOn(Date, 'now').mockReturnValue(now + day);
  await forgetOldMails();
  expect(write).toHaveBeenCalledTimes(2);
});

it('leaves nothing of the draft of a closed tab', async () => {
  const { draftItem } = await import('../../extension/storage/draft.ts');
  const { forgetDraftsOfClosedTabs } = await import('../../extension/housekeeping.ts');
  const { blankDraft } = await import('../../domain/draft.ts');
  forgetDraftsOfClosedTabs();
  for (const tabId of [1, 2]) {
    await draftItem(tabId).update(() => ({ ...blankDraft({ tabId, url: '' }), capture: { state: 'capturing' } }));
  }
  await fakeBrowser.tabs.onRemoved.trigger(1, { isWindowClosing: false, windowId: 1 });
  await vi.waitFor(async () => expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['draft:2']));
  await draftItem(1).update((draft) => draft && { ...draft, subject: 'came late' }); // a capture that ends after its tab
  expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['draft:2']);
});
