import type { OutboxItem, OutboxState } from '../../domain/outbox.ts';
import { greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, sampleJob } from '../support/sample-job.ts';
import { scriptedSmtp } from '../support/scripted-smtp.ts';
import { openDesk } from './desk.ts';
import { createHits } from './hits.ts';
import type { Plan, Victim } from './plan.ts';

export type RoundResult = {
  state: OutboxState;
  /** Complete messages that the server took, or may have taken: it got the dot and said no complete no. */
  copies: number;
  /** Victims that were really hit. */
  kills: Victim[];
  /** Promises that were broken; none is good. */
  broken: string[];
};

/** One press of Send, hit as planned, until it has its result. */
export async function playRound(plan: Plan): Promise<RoundResult> {
  const dataDir = makeDataDir();
  const hits = createHits(plan, dataDir);
  const server = await scriptedSmtp(hits.script);
  const sample = sampleJob(plainServer(server.port), { size: plan.size });
  const desk = await openDesk(dataDir, sample, hits.tryBegins);
  hits.aim(desk);
  const other = plan.twice ? await greetedCompanion(dataDir) : undefined;
  const second = other?.client.call('submit', sample.job, { upload: sample.pdf }).catch(() => {});
  try {
    const item = await desk.send();
    await Promise.all([second, hits.over()]);
    return { state: item.state, copies: hits.copies(), kills: hits.done, broken: brokenPromises(item, hits.copies()) };
  } finally {
    await Promise.all([desk.companion().leave(), other?.leave()]);
    await server.close();
    removeDataDir(dataDir);
  }
}

function brokenPromises({ state }: OutboxItem, copies: number): string[] {
  return [
    ...(copies > 1 ? [`${copies} copies`] : []),
    ...(copies === 0 && state === 'sent' ? ['shown as sent, but nobody got it'] : []),
    ...(copies > 0 && !['sent', 'unknown'].includes(state) ? [`delivered, but shown as ${state}`] : []),
    ...(['waiting', 'sending'].includes(state) ? ['never ended'] : []),
  ];
}
