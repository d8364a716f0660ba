import { useEffect, useState } from 'react';
import { type Failure, toFailure } from '../../../domain/failure.ts';
import type { OutboxState } from '../../../domain/outbox.ts';
import { allIds, isListed, newestIds } from '../../../extension/storage/outbox-list.ts';
import { watchOutbox } from '../../../extension/storage/outbox-news.ts';

export type AllIds = {
  /** Newest first; undefined while reading. */
  ids?: string[];
  /** Not only those of the first screen. */
  isComplete: boolean;
  failure?: Failure;
};

/** Rows that a screen shows; they are read before all the others. */
const firstScreen = 50;
/** ms; a mail on its way changes several times a second, the list does not need to. */
const refreshEvery = 500;

/** Ids of the mails in this state, or of all, followed through all changes. */
export function useAllIds(state: OutboxState | undefined): AllIds {
  const [found, setFound] = useState<AllIds>({ isComplete: false });
  useEffect(() => {
    let gone = false;
    let known = new Set<string>();
    const show = (ids: string[], isComplete: boolean) => {
      if (gone) return;
      known = new Set(ids);
      setFound({ ids, isComplete });
    };
    const readAll = async () => show(await allIds(state), true);
    const refresh = async (changed: string[]) => {
      const listed = await Promise.all(changed.map((id) => isListed(id, state)));
      const isNew = changed.some((id, at) => listed[at] && !known.has(id));
      if (isNew) return readAll();
      const left = new Set(changed.filter((id, at) => !listed[at] && known.has(id)));
      if (left.size > 0)
        show(
          [...known].filter((id) => !left.has(id)),
          true,
        );
    };
    // One after the other: an older list must not replace a newer one.
    let work: Promise<unknown> = Promise.resolve();
    const next = (act: () => Promise<void>) => {
      work = work.then(act).catch((error: unknown) => {
        if (!gone) setFound({ isComplete: false, failure: toFailure(error) });
      });
    };
    next(async () => show(await newestIds(state, firstScreen), false));
    next(readAll);
    const stop = collectNews((changed) => next(() => refresh(changed)));
    return () => {
      gone = true;
      stop();
    };
  }, [state]);
  return found;
}

/** Calls back with the ids of all items that changed in the last moment. */
function collectNews(changed: (ids: string[]) => void): () => void {
  const ids = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    const all = [...ids];
    ids.clear();
    changed(all);
  };
  const stop = watchOutbox((id) => {
    ids.add(id);
    timer ??= setTimeout(tell, refreshEvery);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
