import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../domain/outbox.ts';
import { readDraftItems } from '../../extension/storage/outbox.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';

type Seen = { draftId: string; items: OutboxItem[] };

/** What became of this draft's mails: undefined while reading, empty when it was never sent. */
export function useDraftItems(draftId: string | undefined): OutboxItem[] | undefined {
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    if (draftId === undefined) return;
    let order = 0; // a slow read must not undo a later one
    const read = async () => {
      const turn = ++order;
      const items = await readDraftItems(draftId);
      if (turn === order) setSeen({ draftId, items });
    };
    // Whose mail changed is not said, and a draft may get new ones: asking the index for a few items costs less than knowing.
    const stop = watchOutbox(() => void read());
    void read();
    return () => {
      order = -1;
      stop();
    };
  }, [draftId]);
  return seen?.draftId === draftId ? seen?.items : undefined;
}
