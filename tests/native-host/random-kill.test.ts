import { expect, test } from 'vitest';
import { runRounds } from '../crash/run.ts';

/** The whole run is `npm run test:crash`. Another seed every day, so that many runs see many plans; it is printed when one fails. */
const rounds = 60;
const seed = Math.floor(Date.now() / 86_400_000);

test(`F1-F9 ${rounds} sends with companion, courier, worker or browser taken away: no promise is broken`, async () => {
  const report = await runRounds(seed, 0, rounds);
  expect(report.broken).toEqual([]);
  expect(report.rounds).toBe(rounds);
  expect(Object.keys(report.kills).toSorted()).toEqual(['both', 'browser', 'companion', 'courier', 'worker']);
}, 240_000);
