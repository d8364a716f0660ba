import { TabpostError } from '../../domain/failure.ts';
import type { ProbeSummary } from '../../domain/probe.ts';
import type { z } from '../../domain/schema.ts';
import type { native, nativeEvents } from '../../protocol/native.ts';
import type { RequestOf } from '../../protocol/rpc.ts';

type News = z.infer<(typeof nativeEvents)['probe-step']>;

export type Probes = {
  /** @throws TabpostError `request-invalid` when this run is under way already */
  start(request: RequestOf<typeof native.probe>): Promise<ProbeSummary>;
  cancel(id: string): Record<string, never>;
};

/** The connection tests that are under way, so that each can be cancelled. */
export function createProbes(tell: (news: News) => void): Probes {
  const running = new Map<string, AbortController>();
  return {
    async start(request) {
      const { id } = request;
      if (running.has(id)) throw new TabpostError('request-invalid', { detail: 'id in use' });
      const abort = new AbortController();
      running.set(id, abort);
      try {
        const { startProbe } = await import('./start-probe.ts');
        return await startProbe(request, abort.signal, (step) => tell({ id, step }));
      } finally {
        running.delete(id);
      }
    },
    cancel(id) {
      running.get(id)?.abort();
      return {};
    },
  };
}
