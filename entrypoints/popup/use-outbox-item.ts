import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../domain/outbox.ts';
import { readOutboxItem, watchOutbox } from '../../extension/storage/outbox.ts';

type Seen = { id: string; item: OutboxItem | null };

/** What became of the draft with this id: undefined while reading, null when it was never sent. */
export function useOutboxItem(id: string | undefined): OutboxItem | null | undefined {
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    if (id === undefined) return;
    let order = 0; // a slow read must not undo a later one
    const read = async () => {
      const turn = ++order;
      const item = (await readOutboxItem(id)) ?? null;
      if (turn === order) setSeen({ id, item });
    };
    const stop = watchOutbox((changed) => {
      if (changed === id) void read();
    });
    void read();
    return () => {
      order = -1;
      stop();
    };
  }, [id]);
  return seen?.id === id ? seen?.item : undefined;
}
