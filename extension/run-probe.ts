import { type ProbeRun, type ProbeSummary, withStep } from '../domain/probe.ts';
import { z } from '../domain/schema.ts';
import { type Native, nativeEvents } from '../protocol/native.ts';
import type { RequestOf } from '../protocol/rpc.ts';
import type { Companion } from './companion/client.ts';
import { probeRunItem } from './probe-run.ts';
import { rememberLimit } from './storage/server-limits.ts';

/** Runs connection tests and keeps the state of the latest one where pages watch it. The password is passed on, never kept. */
export function runProbe(companion: Companion): (request: RequestOf<Native['probe']>) => Promise<ProbeSummary> {
  // Kept here and not only in the item, which may still be written when the reply is there.
  const limits = new Map<string, number>();
  companion.onEvent('probe-step', (body) => {
    const news = z.safeParse(nativeEvents['probe-step'], body);
    if (!news.success) return;
    const { id, step } = news.data;
    if (step.facts?.maxSize) limits.set(id, step.facts.maxSize);
    void change(id, (run) => ({ ...run, steps: withStep(run.steps, step) }));
  });
  return async (request) => {
    await probeRunItem.update(() => ({ id: request.id, steps: [] }));
    const summary = await companion.call('probe', request);
    const limit = limits.get(request.id);
    limits.delete(request.id);
    if (limit) await rememberLimit(request.server, limit);
    await change(request.id, (run) => ({ ...run, summary }));
    return summary;
  };
}

/** A run that a newer one has replaced is left alone. */
async function change(id: string, next: (run: ProbeRun) => ProbeRun): Promise<void> {
  await probeRunItem.update((run) => (run?.id === id ? next(run) : run));
}
