import { useEffect, useState } from 'react';
import { type Failure, toFailure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { listOutbox, watchOutbox } from '../../extension/storage/outbox.ts';

export type Outbox = { items: OutboxItem[] } | { failure: Failure } | undefined;

/** All mails, newest first, followed through their changes; undefined while reading. */
export function useOutbox(): Outbox {
  const [outbox, setOutbox] = useState<Outbox>();
  useEffect(() => {
    let order = 0; // a slow list must not replace a newer one
    const read = async () => {
      const turn = ++order;
      const found = await listOutbox().then(
        (items) => ({ items }),
        (error: unknown) => ({ failure: toFailure(error) }),
      );
      if (turn === order) setOutbox(found);
    };
    const stop = watchOutbox(() => void read());
    void read();
    return () => {
      order = -1;
      stop();
    };
  }, []);
  return outbox;
}
