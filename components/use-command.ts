import { useState } from 'react';
import { type Failure, toFailure } from '../domain/failure.ts';

/** Runs what a button asks for and keeps why it failed, until the next press. */
export function useCommand(): { failure: Failure | undefined; run: (command: () => Promise<unknown>) => void } {
  const [failure, setFailure] = useState<Failure>();
  const run = (command: () => Promise<unknown>) => {
    setFailure(undefined);
    command().catch((error: unknown) => setFailure(toFailure(error)));
  };
  return { failure, run };
}
