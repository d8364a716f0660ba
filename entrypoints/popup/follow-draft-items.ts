import { type Failure, toFailure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { readDraftItems } from '../../extension/storage/outbox.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';

/** The draft's mails, or why they cannot be read. */
export type DraftItems = { items: OutboxItem[] } | { failure: Failure };

/** Tells of a draft's mails now and after every change, until the returned function is called. */
export function followDraftItems(draftId: string, told: (items: DraftItems) => void): () => void {
  let order = 0; // a slow read must not undo a later one
  const read = async () => {
    const turn = ++order;
    const news = await readDraftItems(draftId).then(
      (items) => ({ items }),
      (error: unknown) => ({ failure: toFailure(error) }),
    );
    if (turn === order) told(news);
  };
  // Whose mail changed is not said, and a draft may get new ones: asking the index for a few items costs less than knowing.
  const stop = watchOutbox(() => void read());
  void read();
  return () => {
    order = -1;
    stop();
  };
}
