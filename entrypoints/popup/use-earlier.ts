import { useEffect, useState } from 'react';
import type { Draft } from '../../domain/draft.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { earlierMail, type Sending, sendingOf } from '../../extension/storage/earlier-mail.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';

/** The latest mail with the same document, by another press of Send; followed while the popup is open. */
export function useEarlier(draft: Draft): OutboxItem | undefined {
  const [earlier, setEarlier] = useState<OutboxItem>();
  const wanted = JSON.stringify(sendingOf(draft));
  useEffect(() => {
    let order = 0; // a slow look must not undo a later one
    const look = async () => {
      const turn = ++order;
      const found = await earlierMail(JSON.parse(wanted) as Sending);
      if (turn === order) setEarlier(found);
    };
    const stop = watchOutbox(() => void look());
    void look();
    return () => {
      order = -1;
      stop();
    };
  }, [wanted]);
  return earlier;
}
