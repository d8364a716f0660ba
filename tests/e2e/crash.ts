import { browserStage } from '../crash/browser-stage.ts';
import { browserVictims } from '../crash/browser-victims.ts';
import { runRounds } from '../crash/run.ts';
import { isInBrowser, whichRounds } from '../crash/which-rounds.ts';
import { expect, test } from '../support/office.ts';

/** One for each victim. The whole run is `npm run test:crash`; the seed changes every day and is printed when a round fails. */
const rounds = whichRounds(browserVictims.length, isInBrowser);
const seed = Math.floor(Date.now() / 86_400_000);

test(`F1-F9 ${rounds.length} sends with the worker, the browser or its companion killed: no promise is broken`, async ({
  office,
}) => {
  test.setTimeout(180_000);
  const report = await runRounds(await browserStage(office), seed, rounds);
  expect(report.broken).toEqual([]);
  expect(report.rounds).toBe(rounds.length);
});
