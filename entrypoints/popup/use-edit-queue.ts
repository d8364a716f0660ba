import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { DraftTexts } from '../../domain/draft.ts';
import { background } from '../../extension/background-port.ts';

export type EditQueue = {
  /** Hands what was typed to the background: at once when nothing is on its way, else when that has been kept. */
  push(texts: DraftTexts): void;
  /** Resolves when everything pushed so far is kept. */
  flush(): Promise<void>;
};

/**
 * Keeps a draft's texts while they are typed. There is no pause before it: a popup is closed by any click outside,
 * and a page that is being closed can neither wait for storage nor rely on a last message.
 */
export function useEditQueue(tabId: number): EditQueue {
  const waiting = useRef<DraftTexts>(undefined);
  const running = useRef<Promise<void>>(undefined);

  const run = useCallback(async () => {
    while (waiting.current) {
      const texts = waiting.current;
      waiting.current = undefined;
      try {
        await background.call('edit', { tabId, texts });
      } catch (error) {
        waiting.current = { ...texts, ...(waiting.current as DraftTexts | undefined) }; // still to be kept: the next letter, or Send, tries again
        throw error;
      }
    }
  }, [tabId]);

  const flush = useCallback(() => {
    running.current ??= run().finally(() => {
      running.current = undefined;
    });
    return running.current;
  }, [run]);

  useEffect(() => {
    // Called synchronously up to the post: what still waits behind a running call leaves with the page.
    const leave = () => void run().catch(() => undefined); // nobody is left to be told
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [run]);

  return useMemo(
    () => ({
      push(texts) {
        waiting.current = { ...waiting.current, ...texts };
        flush().catch(() => undefined); // told at Send, which takes all texts along once more
      },
      flush,
    }),
    [flush],
  );
}
