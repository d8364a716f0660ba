import { fault } from './fault.ts';
import type { Trial } from './trial.ts';

/**
 * Waits for a server that took the connection as long as a send would; when it keeps silent, `onSlow` hears of it and may end the waiting.
 * @param timeout what `delivery/failures` calls silence here
 */
export async function patiently<Result>(trial: Trial, waiting: Promise<Result>, timeout: string): Promise<Result> {
  if (!trial.onSlow || !(await isSlow(waiting, trial.patience.slow))) return waiting;
  const given = trial.onSlow().then((isForNothing) => {
    if (isForNothing) throw fault(trial, { code: 'ETIMEDOUT', timeout });
    return waiting;
  });
  return Promise.race([waiting, given]);
}

async function isSlow(waiting: Promise<unknown>, ms: number): Promise<boolean> {
  const late = Promise.withResolvers<true>();
  const timer = setTimeout(() => late.resolve(true), ms);
  const ended = waiting.then(
    () => false,
    () => false, // whoever awaits it next meets the error
  );
  return Promise.race([ended, late.promise]).finally(() => clearTimeout(timer));
}
