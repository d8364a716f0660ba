import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../domain/outbox.ts';
import { readOutboxItem } from '../../extension/storage/outbox.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';

/** One mail, followed through its changes; undefined while reading. */
export function useSentItem(id: string | undefined): OutboxItem | undefined {
  const [item, setItem] = useState<OutboxItem>();
  useEffect(() => {
    if (id === undefined) return;
    let order = 0; // a slow read must not undo a later one
    const read = async () => {
      const turn = ++order;
      const found = await readOutboxItem(id);
      if (turn === order) setItem(found);
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
  return item?.id === id ? item : undefined;
}
