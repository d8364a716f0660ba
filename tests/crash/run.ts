import { makePlan } from './plan.ts';
import { seededRandom } from './random.ts';
import { playRound, type RoundResult } from './round.ts';

export type CrashReport = {
  rounds: number;
  kills: Record<string, number>;
  states: Record<string, number>;
  /** Rounds by how many copies the server got. */
  copies: Record<string, number>;
  broken: string[];
};

/** Rounds at the same time: they wait more than they work. */
const atOnce = 3;

/** Plays rounds `from` to `to`; every round has its own seed, so one alone can be played again. */
export async function runRounds(seed: number, from: number, to: number): Promise<CrashReport> {
  const report: CrashReport = { rounds: 0, kills: {}, states: {}, copies: {}, broken: [] };
  let round = from;
  const work = async () => {
    while (round < to) {
      const mine = round++;
      const plan = makePlan(seededRandom(seed + mine));
      const words = `seed ${seed} round ${mine}: ${JSON.stringify(plan)}`;
      const result = await playRound(plan).catch((error: unknown) => failedRound(String(error)));
      note(report, result, words);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return report;
}

function failedRound(error: string): RoundResult {
  return { state: 'waiting', copies: 0, kills: [], broken: [error] };
}

function note(report: CrashReport, { state, copies, kills, broken }: RoundResult, words: string): void {
  const count = (of: Record<string, number>, name: string) => {
    of[name] = (of[name] ?? 0) + 1;
  };
  report.rounds++;
  count(report.states, state);
  count(report.copies, String(copies));
  for (const victim of kills) count(report.kills, victim);
  for (const fault of broken) report.broken.push(`${fault} (${words})`);
}
