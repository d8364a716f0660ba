import { seededRandom } from './random.ts';
import type { RoundResult, Stage } from './stage.ts';

export type CrashReport = {
  rounds: number;
  kills: Record<string, number>;
  states: Record<string, number>;
  /** Rounds by how many copies the server got. */
  copies: Record<string, number>;
  broken: string[];
};

/** Plays these rounds; every round has its own seed, so one alone can be played again. */
export async function runRounds<Plan>(stage: Stage<Plan>, seed: number, rounds: number[]): Promise<CrashReport> {
  const report: CrashReport = { rounds: 0, kills: {}, states: {}, copies: {}, broken: [] };
  const left = [...rounds];
  const work = async () => {
    for (let round = left.shift(); round !== undefined; round = left.shift()) {
      const plan = stage.plan(seededRandom(seed + round), round);
      const words = `seed ${seed} round ${round}: ${JSON.stringify(plan)}`;
      const result = await stage.play(plan, round).catch((error: unknown) => failedRound(String(error)));
      note(report, result, words);
    }
  };
  await Promise.all(Array.from({ length: stage.atOnce }, work));
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
