// Runs inside a page of the built extension, bundled with the product's own storage and port.
import type { OutboxItem } from '../../domain/outbox.ts';
import { background } from '../../extension/background-port.ts';
import { draftItem } from '../../extension/storage/draft.ts';
import { readOutboxItem } from '../../extension/storage/outbox.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';
import { storePdf } from '../../extension/storage/pdf-store.ts';
import { pdfDraft } from '../../tests/support/pages/pdf-draft.ts';

/** ms since the Blob was there. */
export type HandOver = {
  /** The Blob is in IndexedDB. */
  stored: number;
  /** The companion has said that mail and bytes are safely on its disk, and the outbox shows it. */
  queued: number;
};

/** No tab has this number: the draft stays out of the way of real ones. */
const tabId = 2_000_000_000;

/** Sends a PDF of this many bytes to a server that does not answer, as Send does once a page was captured. */
async function handOver(size: number): Promise<HandOver> {
  const { draft, bytes, sha256 } = await pdfDraft({ tabId, size, to: 'anna@northwind.example' });
  await draftItem(tabId).update(() => draft);
  await background.call('checkCompanion', {}); // the popup does so when it opens
  const queued = reached(draft.id, ({ outcome }) => outcome !== undefined);
  const start = performance.now();
  await storePdf(sha256, bytes);
  const stored = performance.now() - start;
  await background.call('send', { tabId, again: true, texts: {} }); // the runs differ in their bytes alone
  const took = (await queued) - start;
  await reached(draft.id, ({ state }) => state === 'waiting');
  await background.call('cancel', { id: draft.id }); // or it would be tried again during a later run
  return { stored, queued: took };
}

/** Time at which the item first was like this. */
function reached(id: string, fits: (item: OutboxItem) => boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = () =>
      readOutboxItem(id).then((item) => {
        if (!item || !fits(item)) return;
        stop();
        resolve(performance.now());
      }, reject);
    const stop = watchOutbox((changed) => {
      if (changed === id) void look();
    });
    void look();
  });
}

declare global {
  interface Window {
    handOver: typeof handOver;
  }
}
window.handOver = handOver;
