import { useEffect, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { type DraftItems, followDraftItems } from './follow-draft-items.ts';

type Read = { items: OutboxItem[] | undefined; failure?: Failure };

/** What became of this draft's mails: undefined while reading, empty when it was never sent. */
export function useDraftItems(draftId: string | undefined): Read {
  const [seen, setSeen] = useState<{ draftId: string; news: DraftItems }>();
  useEffect(() => {
    if (draftId === undefined) return;
    return followDraftItems(draftId, (news) => setSeen({ draftId, news }));
  }, [draftId]);
  return seen && seen.draftId === draftId ? { items: undefined, ...seen.news } : { items: undefined };
}
