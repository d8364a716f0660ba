import { openWorkplace } from '../../scripts/demo/workplace.ts';
import { browserStage } from './browser-stage.ts';
import { deskStage } from './desk-stage.ts';
import { type CrashReport, runRounds } from './run.ts';
import { isInBrowser, whichRounds } from './which-rounds.ts';

type Wish = {
  rounds: number;
  /** The same seed plays the same plans. */
  seed: number;
  /** Number of the first round: one alone can be played again. */
  first: number;
  /** Path of the browser. */
  chromium: string;
};

/** Plays the rounds and prints what became of them. @returns whether every promise was kept */
export async function runCrashTest({ rounds, seed, first, chromium }: Wish): Promise<boolean> {
  console.log(`seed ${seed}, rounds ${first} to ${first + rounds - 1}`);
  const numbers = whichRounds(rounds, undefined, first);
  const [desk, browser] = await Promise.all([
    timed(() =>
      runRounds(
        deskStage,
        seed,
        numbers.filter((round) => !isInBrowser(round)),
      ),
    ),
    timed(() => inBrowser(chromium, seed, numbers.filter(isInBrowser))),
  ]);
  console.log(`companion and courier: ${summary(desk)}`);
  console.log(`in a real browser: ${summary(browser)}`);
  const broken = [...desk.broken, ...browser.broken];
  for (const fault of broken) console.log(`BROKEN ${fault}`);
  return broken.length === 0;
}

async function inBrowser(chromium: string, seed: number, rounds: number[]): Promise<CrashReport> {
  const workplace = await openWorkplace({ chromium, headless: true });
  try {
    await workplace.setUp();
    return await runRounds(await browserStage(workplace), seed, rounds);
  } finally {
    await workplace.close();
  }
}

type Timed = CrashReport & { seconds: number };

async function timed(run: () => Promise<CrashReport>): Promise<Timed> {
  const start = performance.now();
  return { ...(await run()), seconds: Math.round((performance.now() - start) / 1000) };
}

function summary({ rounds, kills, states, copies, broken, seconds }: Timed): string {
  return [
    `${rounds} sends in ${seconds} s, ${broken.length} promises broken`,
    `  taken away: ${list(kills)}`,
    `  shown as:   ${list(states)}`,
    `  copies:     ${list(copies)}`,
  ].join('\n');
}

function list(counts: Record<string, number>): string {
  const sorted = Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}
