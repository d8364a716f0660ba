import { useEffect } from 'react';
import { background } from '../../../extension/background-port.ts';
import { failedUnseen } from '../../../extension/storage/outbox-list.ts';
import { watchOutbox } from '../../../extension/storage/outbox-news.ts';

/** Failures are seen as soon as this page shows them: the badge needs to call nobody any more. What is unsure still does. */
export function useSeenAll(): void {
  useEffect(() => {
    const tell = async () => {
      for (const id of await failedUnseen()) await background.call('seen', { id });
    };
    const seen = () => void (document.visibilityState === 'visible' && tell().catch(() => undefined)); // then the badge stays
    seen();
    document.addEventListener('visibilitychange', seen);
    const stop = watchOutbox(seen);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);
}
