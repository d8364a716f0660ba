// Runs inside a page of the built extension, bundled with the product's own storage.
import type { OutboxItem } from '../../domain/outbox.ts';
import { writeOutbox } from '../../extension/storage/write-outbox.ts';

/** Items in one transaction. */
const batch = 500;

/** Puts this many finished mails into the outbox, as if they had been sent one after the other. */
async function fillOutbox(count: number): Promise<void> {
  for (let at = 0; at < count; at += batch) {
    await writeOutbox(async (outbox) => {
      for (let n = at; n < Math.min(at + batch, count); n++) await outbox.put(sentItem(n));
    });
  }
}

function sentItem(n: number): OutboxItem {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const at = Date.now() - 1_000_000_000 + n * 1000;
  const to = [{ name: `Customer ${n}`, address: `accounts@customer-${n}.example` }];
  const hash = n.toString(16).padStart(64, '0');
  return {
    id,
    draftId: id,
    profileId: 'demo',
    pageUrl: `https://erp.example/invoices/${n}`,
    state: 'sent',
    attempt: 1,
    secondCopyAccepted: false,
    dueAt: at,
    createdAt: at,
    finishedAt: at + 900,
    response: '250 2.0.0 queued',
    recipients: to.map(({ address }) => ({ address, accepted: true })),
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

declare global {
  interface Window {
    fillOutbox: typeof fillOutbox;
  }
}
window.fillOutbox = fillOutbox;
