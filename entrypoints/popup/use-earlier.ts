import { useEffect, useState } from 'react';
import type { Draft } from '../../domain/draft.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { earlierMail, type Sending, sendingOf } from '../../extension/storage/earlier-mail.ts';
import { newestRead } from '../../extension/storage/newest-read.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';

/** The latest mail with the same document, by another press of Send; followed while the popup is open. */
export function useEarlier(draft: Draft): OutboxItem | undefined {
  const [earlier, setEarlier] = useState<OutboxItem>();
  const wanted = JSON.stringify(sendingOf(draft));
  useEffect(() => {
    const { look, stop } = newestRead(() => earlierMail(JSON.parse(wanted) as Sending), setEarlier);
    const unwatch = watchOutbox(look);
    look();
    return () => {
      stop();
      unwatch();
    };
  }, [wanted]);
  return earlier;
}
