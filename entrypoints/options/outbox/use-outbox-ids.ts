import { useEffect, useState } from 'react';
import { type Failure, toFailure } from '../../../domain/failure.ts';
import type { OutboxState } from '../../../domain/outbox.ts';
import { type OutboxTexts, openOutboxTexts } from '../../../extension/storage/outbox-texts.ts';
import { useAllIds } from './use-all-ids.ts';

export type Choice = { state: OutboxState | undefined; query: string };
type Found = {
  /** Newest first; undefined while reading. */
  ids: string[] | undefined;
  failure?: Failure;
};
export type OutboxIds = Found & {
  /** Somebody is about to search. */
  prepareSearch(): void;
};

/** Ids of the mails that fit, followed through all changes. What was shown stays until a search has its answer. */
export function useOutboxIds({ state, query }: Choice): OutboxIds {
  const all = useAllIds(state);
  const texts = useTexts();
  const [found, setFound] = useState<Found>();
  const isSearch = query.trim() !== '';
  useEffect(() => {
    if (!isSearch) return setFound(undefined);
    const { ids, isComplete } = all;
    if (!texts || !ids || !isComplete) return;
    let gone = false;
    const show = (next: Found) => gone || setFound(next);
    texts.idsMatching(query).then(
      (fitting) => show({ ids: ids.filter((id) => fitting.has(id)) }),
      (error: unknown) => show({ ids: undefined, failure: toFailure(error) }),
    );
    return () => {
      gone = true;
    };
  }, [all, query, isSearch, texts]);
  const shown = (isSearch && found) || { ids: all.ids, ...(all.failure && { failure: all.failure }) };
  return { ...shown, prepareSearch: () => texts?.prepare() };
}

function useTexts(): OutboxTexts | undefined {
  const [texts, setTexts] = useState<OutboxTexts>();
  useEffect(() => {
    const opened = openOutboxTexts();
    setTexts(opened);
    return opened.close;
  }, []);
  return texts;
}
