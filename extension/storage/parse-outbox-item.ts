import { TabpostError } from '../../domain/failure.ts';
import { type OutboxItem, outboxItemSchema } from '../../domain/outbox.ts';
import { z } from '../../domain/schema.ts';

/** @throws TabpostError `storage-damaged` */
export function parseOutboxItem(stored: unknown): OutboxItem {
  const item = z.safeParse(outboxItemSchema, stored);
  if (item.success) return item.data;
  throw new TabpostError('storage-damaged', { detail: 'outbox', cause: item.error });
}

/** Those that can be read: one that cannot stays where it is and keeps none of the others from being sent. */
export function readableItems(stored: unknown[]): OutboxItem[] {
  return stored.flatMap((item) => z.safeParse(outboxItemSchema, item).data ?? []);
}
