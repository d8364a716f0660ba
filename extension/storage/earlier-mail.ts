import type { IDBPIndex, IDBPObjectStore, IndexNames, StoreNames } from 'idb';
import { attachmentsOf } from '../../domain/capture.ts';
import type { Draft } from '../../domain/draft.ts';
import type { OutboxItem, OutboxState } from '../../domain/outbox.ts';
import { database, type Tables } from './database.ts';
import { readableItems } from './parse-outbox-item.ts';

/** What is about to be sent: the draft, its first PDF, and the page that came from. */
export type Sending = { draftId: string; pageUrl: string; document: string; fileName: string; subject: string };

/** Nothing to look for while there is no PDF. */
export function sendingOf({ id, url, subject, capture }: Draft): Sending {
  const [attachment] = attachmentsOf(capture);
  return {
    draftId: id,
    pageUrl: url,
    document: attachment?.sha256 ?? '',
    fileName: attachment?.fileName ?? '',
    subject,
  };
}

/** States in which somebody has, or will have, the document. */
const out: OutboxState[] = ['sent', 'partly-sent', 'unknown', 'waiting', 'sending'];

/** How many mails of one page or document are looked at: the newest one counts, and few of them came to nothing. */
const lookBack = 50;

/** The latest other mail with the same document. */
export async function earlierMail(sending: Sending): Promise<OutboxItem | undefined> {
  return findEarlier((await database()).transaction('outbox').store, sending);
}

type Store<Mode extends IDBTransactionMode> = IDBPObjectStore<Tables, StoreNames<Tables>[], 'outbox', Mode>;

/**
 * The same bytes are the same document. So is the same page with the same file name or subject: a page that is printed once more makes
 * other bytes. The page alone is not: many an application shows all its invoices at one address.
 */
export async function findEarlier<Mode extends IDBTransactionMode>(
  store: Store<Mode>,
  sending: Sending,
): Promise<OutboxItem | undefined> {
  const [byBytes, byPage] = await Promise.all([
    newest(store.index('document'), sending.document),
    newest(store.index('page'), sending.pageUrl),
  ]);
  const isOther = (item: OutboxItem) => item.draftId !== sending.draftId && out.includes(item.state);
  const sameBytes = byBytes.find(isOther);
  const samePage = byPage.find((item) => isOther(item) && looksAlike(item, sending));
  if (!sameBytes || !samePage) return sameBytes ?? samePage;
  return sameBytes.createdAt >= samePage.createdAt ? sameBytes : samePage;
}

function looksAlike({ mail }: OutboxItem, { fileName, subject }: Sending): boolean {
  return mail.attachments[0]?.fileName === fileName || mail.subject === subject.trim();
}

type Index<Mode extends IDBTransactionMode> = IDBPIndex<
  Tables,
  StoreNames<Tables>[],
  'outbox',
  IndexNames<Tables, 'outbox'>,
  Mode
>;

async function newest<Mode extends IDBTransactionMode>(index: Index<Mode>, value: string): Promise<OutboxItem[]> {
  if (!value) return [];
  const found: unknown[] = [];
  const range = IDBKeyRange.bound([value, 0], [value, Number.POSITIVE_INFINITY]);
  let cursor = await index.openCursor(range, 'prev');
  while (cursor && found.length < lookBack) {
    found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return readableItems(found);
}
