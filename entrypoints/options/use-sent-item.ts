import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../domain/outbox.ts';
import { newestRead } from '../../extension/storage/newest-read.ts';
import { readOutboxItem } from '../../extension/storage/outbox.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';

/** One mail, followed through its changes; undefined while reading. */
export function useSentItem(id: string | undefined): OutboxItem | undefined {
  const [item, setItem] = useState<OutboxItem>();
  useEffect(() => {
    if (id === undefined) return;
    const { look, stop } = newestRead(() => readOutboxItem(id), setItem);
    const unwatch = watchOutbox((changed) => {
      if (changed === id) look();
    });
    look();
    return () => {
      stop();
      unwatch();
    };
  }, [id]);
  return item?.id === id ? item : undefined;
}
