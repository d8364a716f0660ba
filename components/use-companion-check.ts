import { useCallback, useEffect, useState } from 'react';
import { type Failure, toFailure } from '../domain/failure.ts';

type Answer = { state: 'checking' } | { state: 'ready'; version: string } | { state: 'failed'; failure: Failure };

export type CompanionState = Answer & { check: () => void };

/** Whether the companion answers; asked at the start, and again on `check`. @param ask resolves with its version */
export function useCompanionCheck(ask: () => Promise<{ version: string }>): CompanionState {
  const [answer, setAnswer] = useState<Answer>({ state: 'checking' });
  const check = useCallback(() => {
    setAnswer({ state: 'checking' });
    ask().then(
      ({ version }) => setAnswer({ state: 'ready', version }),
      (error: unknown) => setAnswer({ state: 'failed', failure: toFailure(error) }),
    );
  }, [ask]);
  useEffect(check, [check]);
  return { ...answer, check };
}
