import { useEffect, useState } from 'react';
import { type Failure, toFailure } from '../domain/failure.ts';

type Source<Value> = { read(): Promise<Value>; watch(changed: (value: Value) => void): () => void };

export type Stored<Value> =
  | { state: 'reading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; failure: Failure };

/** A stored value, followed through all its changes by whomever. */
export function useStored<Value>(source: Source<Value>): Stored<Value> {
  const [stored, setStored] = useState<Stored<Value>>({ state: 'reading' });
  useEffect(() => {
    const ready = (value: Value) => setStored({ state: 'ready', value });
    let changed = false; // news that come while reading are newer than what is read
    const stop = source.watch((value) => {
      changed = true;
      ready(value);
    });
    source.read().then(
      (value) => changed || ready(value),
      (error: unknown) => setStored({ state: 'failed', failure: toFailure(error) }),
    );
    return stop;
  }, [source]);
  return stored;
}
