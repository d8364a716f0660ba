/** Waiting times between tries; the last one repeats until `giveUpAfter`. Minutes: 1, 5, 15, 60. */
const backOff = [60_000, 300_000, 900_000, 3_600_000];
const giveUpAfter = 24 * 3_600_000;
const leastTries = 4;

/** ms until the next try, after so many. */
export function waitAfter(attempt: number): number {
  return backOff[Math.min(attempt, backOff.length) - 1] ?? 0;
}

/**
 * Whether a mail has been tried for long enough. Tries are counted besides the time: a clock that was set forward by a day must not
 * end the first one.
 */
export function isTooOld({ createdAt, attempt }: { createdAt: number; attempt: number }, now: number): boolean {
  return now - createdAt > giveUpAfter && attempt >= leastTries;
}
