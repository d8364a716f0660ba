import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../../domain/outbox.ts';
import { readItems } from '../../../extension/storage/outbox-list.ts';
import { watchOutbox } from '../../../extension/storage/outbox-news.ts';

/** The mails with these ids by their id, followed through all changes. Those just scrolled in come a moment later. */
export function useItems(ids: string[]): Map<string, OutboxItem> {
  const [items, setItems] = useState<Map<string, OutboxItem>>(new Map());
  const wanted = ids.join();
  useEffect(() => {
    let gone = false;
    const shown = wanted ? wanted.split(',') : [];
    const read = async (some: string[]) => {
      const found = await readItems(some);
      if (!gone) setItems((old) => new Map([...kept(old, shown), ...found.map((item) => [item.id, item] as const)]));
    };
    const stop = watchOutbox((id) => {
      if (shown.includes(id)) void read([id]);
    });
    void read(shown);
    return () => {
      gone = true;
      stop();
    };
  }, [wanted]);
  return items;
}

function kept(items: Map<string, OutboxItem>, ids: string[]): [string, OutboxItem][] {
  return [...items].filter(([id]) => ids.includes(id));
}
