import { useCallback, useMemo, useRef, useState } from 'react';
import { useStored } from '../../components/use-stored.ts';
import type { Draft, DraftTexts } from '../../domain/draft.ts';
import type { Failure } from '../../domain/failure.ts';
import { draftItem } from '../../extension/storage/draft.ts';
import { forgetUnsent } from '../../extension/storage/unsent-texts.ts';
import { useEditQueue } from './use-edit-queue.ts';

export type DraftEditor = {
  tabId: number;
  /** As stored, with what was typed since on top. */
  draft: Draft | null;
  failure?: Failure;
  /** True when the draft held work of an earlier visit as the popup opened. */
  restored: boolean;
  edit(texts: DraftTexts): void;
  /** Puts another draft in its place, what was typed included. */
  replace(change: (draft: Draft) => Draft | null): Promise<void>;
};

/**
 * The draft of a tab. What is typed stays on top of what is stored for as long as the popup is open:
 * the background changes the PDF meanwhile, and news of that must not undo a letter.
 */
export function useDraft(tabId: number): DraftEditor {
  const item = useMemo(() => draftItem(tabId), [tabId]);
  const stored = useStored(item);
  const [typed, setTyped] = useState<DraftTexts>({});
  const [restored, setRestored] = useState<boolean>();
  const latest = useRef(typed);
  const { push, flush } = useEditQueue(tabId);

  const edit = useCallback(
    (texts: DraftTexts) => {
      latest.current = { ...latest.current, ...texts };
      setTyped(latest.current);
      push(texts);
    },
    [push],
  );

  const forget = useCallback(() => {
    latest.current = {};
    setTyped({});
  }, []);

  const replace = useCallback(
    async (change: (draft: Draft) => Draft | null) => {
      await flush();
      let dropped = '';
      await item.update((draft) => {
        const after = draft && change(draft);
        dropped = draft && draft.id !== after?.id ? draft.url : '';
        return after;
      });
      if (dropped) await forgetUnsent(dropped);
      forget();
      setRestored(false);
    },
    [flush, forget, item],
  );

  const draft = stored.state === 'ready' ? stored.value : null;
  if (draft && restored === undefined) setRestored(draft.edited);
  useOtherPage(draft, (next) => {
    forget();
    setRestored(next.edited);
  });
  return {
    tabId,
    draft: draft && { ...draft, ...typed },
    ...(stored.state === 'failed' && { failure: stored.failure }),
    restored: restored ?? false,
    edit,
    replace,
  };
}

/** A side panel stays open while its tab goes on: what was typed for one page, recipients above all, must not stand on the draft of the next. */
function useOtherPage(draft: Draft | null, begun: (draft: Draft) => void): void {
  const last = useRef(draft);
  const before = last.current;
  if (draft) last.current = draft;
  if (draft && before && draft.id !== before.id && (draft.url !== before.url || !draft.edited)) begun(draft);
}
