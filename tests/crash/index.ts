import { type CrashReport, runRounds } from './run.ts';

type Wish = {
  rounds: number;
  /** The same seed plays the same plans. */
  seed: number;
  /** Number of the first round: one alone can be played again. */
  first: number;
};

/** Plays the rounds and prints what became of them. @returns whether every promise was kept */
export async function runCrashTest({ rounds, seed, first }: Wish): Promise<boolean> {
  console.log(`seed ${seed}, rounds ${first} to ${first + rounds - 1}`);
  const start = performance.now();
  const report = await runRounds(seed, first, first + rounds);
  console.log(summary(report, (performance.now() - start) / 1000));
  for (const fault of report.broken) console.log(`BROKEN ${fault}`);
  return report.broken.length === 0;
}

function summary({ rounds, kills, states, copies, broken }: CrashReport, seconds: number): string {
  return [
    `${rounds} sends in ${Math.round(seconds)} s, ${broken.length} promises broken`,
    `taken away: ${list(kills)}`,
    `shown as:   ${list(states)}`,
    `copies:     ${list(copies)}`,
  ].join('\n');
}

function list(counts: Record<string, number>): string {
  const sorted = Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}
