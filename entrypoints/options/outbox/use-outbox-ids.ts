import { useEffect, useState } from 'react';
import { type Failure, toFailure } from '../../../domain/failure.ts';
import type { OutboxState } from '../../../domain/outbox.ts';
import { allIds, idsMatching, newestIds } from '../../../extension/storage/outbox-list.ts';
import { watchOutbox } from '../../../extension/storage/outbox-news.ts';

export type Choice = { state: OutboxState | undefined; query: string };
export type OutboxIds = { ids: string[] | undefined; failure?: Failure };

/** Rows that a screen shows; they are read before all the others. */
const firstScreen = 50;
/** ms; a mail on its way changes several times a second, the list does not need to. */
const refreshEvery = 500;

/** Ids of the mails that fit, newest first, followed through all changes; undefined while reading. */
export function useOutboxIds({ state, query }: Choice): OutboxIds {
  const [found, setFound] = useState<OutboxIds>({ ids: undefined });
  useEffect(() => {
    let order = 0; // a slow list must not replace a newer one
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (turn: number, ids: string[]) => turn === order && setFound({ ids });
    const read = async (first: boolean) => {
      const turn = ++order;
      try {
        if (first && !query.trim()) show(turn, await newestIds(state, firstScreen));
        show(turn, await fittingIds({ state, query }));
      } catch (error) {
        if (turn === order) setFound({ ids: undefined, failure: toFailure(error) });
      }
    };
    const stop = watchOutbox(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void read(false);
      }, refreshEvery);
    });
    void read(true);
    return () => {
      order = -1;
      clearTimeout(timer);
      stop();
    };
  }, [state, query]);
  return found;
}

async function fittingIds({ state, query }: Choice): Promise<string[]> {
  if (!query.trim()) return allIds(state);
  const [ids, fitting] = await Promise.all([allIds(state), idsMatching(query)]);
  return ids.filter((id) => fitting.has(id));
}
