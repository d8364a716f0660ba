import { needsAttention } from '../../domain/needs-attention.ts';
import type { OutboxItem } from '../../domain/outbox.ts';

/** A mail as it lies in the database: with what the indexes look at. */
export type OutboxRecord = OutboxItem & {
  /** Counts up from 1 in the order of the presses of Send. Clocks can be set back, this cannot. */
  order: number;
  /** SHA-256 of the first PDF: the document the mail is about. */
  document: string;
  /** There while a person has to look at it; nothing else is in that index. */
  attention?: 1;
};

export function recordOf(item: OutboxItem, order: number): OutboxRecord {
  const document = item.mail.attachments[0]?.sha256 ?? '';
  return { ...item, order, document, ...(needsAttention(item) && { attention: 1 }) };
}
