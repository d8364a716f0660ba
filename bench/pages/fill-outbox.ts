// Runs inside a page of the built extension, bundled with the product's own storage.
import type { OutboxItem } from '../../domain/outbox.ts';
import { searchText } from '../../domain/outbox-search.ts';
import { database } from '../../extension/storage/database.ts';
import { recordOf } from '../../extension/storage/outbox-record.ts';

/** Items in one transaction. */
const batch = 5000;

/**
 * Puts this many finished mails into the outbox, as if they had been sent one after the other. Not one by one, as they were: that would take minutes,
 * and tell the background of each.
 */
async function fillOutbox(count: number): Promise<void> {
  const db = await database();
  for (let at = 0; at < count; at += batch) {
    const transaction = db.transaction(['outbox', 'outboxText'], 'readwrite', { durability: 'relaxed' });
    const [items, texts] = [transaction.objectStore('outbox'), transaction.objectStore('outboxText')];
    for (let n = at; n < Math.min(at + batch, count); n++) {
      const item = finishedItem(n);
      void items.put(recordOf(item, n + 1));
      void texts.put(searchText(item), item.id);
    }
    await transaction.done;
  }
}

/** Every tenth was rejected, and was seen. */
function finishedItem(n: number): OutboxItem {
  const accepted = n % 10 !== 3;
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const at = Date.now() - 1_000_000_000 + n * 1000;
  const to = [{ name: `Customer ${n}`, address: `accounts@customer-${n}.example` }];
  const hash = n.toString(16).padStart(64, '0');
  return {
    id,
    draftId: id,
    profileId: 'demo',
    pageUrl: `https://erp.example/invoices/${n}`,
    ...(accepted ? { state: 'sent', response: '250 2.0.0 queued' } : { state: 'rejected', seen: true }),
    attempt: 1,
    secondCopyAccepted: false,
    dueAt: at,
    createdAt: at,
    finishedAt: at + 900,
    recipients: to.map(({ address }) => ({ address, accepted })),
    mail: {
      id,
      messageId: `<${id}@acme.example>`,
      date: new Date(at).toISOString(),
      from: { name: 'Acme invoices', address: 'invoices@acme.example' },
      replyTo: [],
      to,
      cc: [],
      bcc: [],
      subject: `Invoice 2026-${n}`,
      text: 'Hello,\n\nplease find the invoice attached.\n\nKind regards',
      attachments: [{ fileName: `Invoice-2026-${n}.pdf`, size: 84_000, sha256: hash }],
    },
  };
}

/** ms to read what all mails are found by, in one go. */
async function readBare(): Promise<number> {
  const { store } = (await database()).transaction('outboxText');
  const start = performance.now();
  await Promise.all([store.getAllKeys(), store.getAll()]);
  return performance.now() - start;
}

declare global {
  interface Window {
    fillOutbox: typeof fillOutbox;
    readBare: typeof readBare;
  }
}
Object.assign(window, { fillOutbox, readBare });
