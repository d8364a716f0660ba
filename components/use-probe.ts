import { useState } from 'react';
import { type Failure, toFailure } from '../domain/failure.ts';
import type { ProbeRun } from '../domain/probe.ts';
import { useStored } from './use-stored.ts';

type Means<Settings> = {
  /** The latest run, by whomever. Must be the same object in every rendering. */
  source: Parameters<typeof useStored<ProbeRun | null>>[0];
  /** Resolves when the test is over. */
  start: (settings: Settings & { id: string }) => Promise<unknown>;
  stop: (id: string) => Promise<unknown>;
};

export type Probe<Settings> = {
  /** The test this page started last, as far as it is. */
  run: ProbeRun | undefined;
  running: boolean;
  /** Why it could not be made at all. */
  failure: Failure | undefined;
  start: (settings: Settings) => void;
  stop: () => void;
};

/** One connection test at a time, followed step by step. */
export function useProbe<Settings>({ source, start, stop }: Means<Settings>): Probe<Settings> {
  const stored = useStored(source);
  const [id, setId] = useState<string>();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const fail = (error: unknown) => setFailure(toFailure(error));
  return {
    run: stored.state === 'ready' && stored.value?.id === id ? (stored.value ?? undefined) : undefined,
    running,
    failure,
    start(settings) {
      const fresh = crypto.randomUUID();
      setId(fresh);
      setFailure(undefined);
      setRunning(true);
      start({ ...settings, id: fresh })
        .catch(fail)
        .finally(() => setRunning(false));
    },
    stop: () => void (id && stop(id).catch(fail)),
  };
}
