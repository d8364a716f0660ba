import { type Failure, toFailure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { newestRead } from '../../extension/storage/newest-read.ts';
import { readDraftItems } from '../../extension/storage/outbox.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';

/** The draft's mails, or why they cannot be read. */
export type DraftItems = { items: OutboxItem[] } | { failure: Failure };

/** Tells of a draft's mails now and after every change, until the returned function is called. */
export function followDraftItems(draftId: string, told: (items: DraftItems) => void): () => void {
  const read = (): Promise<DraftItems> =>
    readDraftItems(draftId).then(
      (items) => ({ items }),
      (error: unknown) => ({ failure: toFailure(error) }),
    );
  const { look, stop } = newestRead(read, told);
  // Whose mail changed is not said, and a draft may get new ones: asking the index for a few items costs less than knowing.
  const unwatch = watchOutbox(look);
  look();
  return () => {
    stop();
    unwatch();
  };
}
