import { expect, test } from 'vitest';
import { deskStage } from '../crash/desk-stage.ts';
import { runRounds } from '../crash/run.ts';
import { deskVictims } from '../crash/strike.ts';
import { isInBrowser, whichRounds } from '../crash/which-rounds.ts';

/** The whole run is `npm run test:crash`. Another seed every day, so that many runs see many plans; it is printed when one fails. */
const rounds = whichRounds(60, (round) => !isInBrowser(round));
const seed = Math.floor(Date.now() / 86_400_000);

test(`F1-F9 ${rounds.length} sends with companion or courier killed, or cut off from the browser: no promise is broken`, async () => {
  const report = await runRounds(deskStage, seed, rounds);
  expect(report.broken).toEqual([]);
  expect(report.rounds).toBe(rounds.length);
  expect(Object.keys(report.kills).toSorted()).toEqual(deskVictims.toSorted());
}, 240_000);
