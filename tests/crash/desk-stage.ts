import { greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, sampleJob } from '../support/sample-job.ts';
import { scriptedSmtp } from '../support/scripted-smtp.ts';
import { type Desk, openDesk } from './desk.ts';
import { createHits } from './hits.ts';
import { makePlan, type Plan } from './plan.ts';
import { brokenPromises, type RoundResult, type Stage } from './stage.ts';
import { type DeskVictim, deskVictims, strike } from './strike.ts';

type DeskPlan = Plan<DeskVictim> & {
  /** Another browser hands the same mail over at the same time. */
  twice: boolean;
};

/** Real companions and couriers; the extension's part is played with its own rules of the outbox. */
export const deskStage: Stage<DeskPlan> = {
  atOnce: 3,
  plan: (random) => ({ ...makePlan(random, deskVictims), twice: random.chance(0.15) }),
  play,
};

async function play(plan: DeskPlan): Promise<RoundResult> {
  const dataDir = makeDataDir();
  let desk: Desk | undefined;
  const hits = createHits(plan, (victim) => ({ gone: strike(victim, desk, dataDir) }));
  const server = await scriptedSmtp(hits.script);
  const sample = sampleJob(plainServer(server.port), { size: plan.size });
  desk = await openDesk(dataDir, sample, hits.tryBegins);
  const other = plan.twice ? await greetedCompanion(dataDir) : undefined;
  const second = other?.client.call('submit', sample.job, { upload: sample.pdf }).catch(() => {});
  try {
    const { state } = await desk.send();
    await Promise.all([second, hits.over()]);
    const copies = hits.copies();
    return { state, copies, kills: hits.done, broken: brokenPromises({ state, copies }) };
  } finally {
    await Promise.all([desk.close(), other?.leave()]);
    await server.close();
    await removeDataDir(dataDir);
  }
}
