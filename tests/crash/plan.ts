import type { Random } from './random.ts';

/** Where a try can be hit: some ms after the hand-over began, when the server is at a step, or some ms after it said 250. */
type Barrier = { at: 'hand-over' | 'answered'; ms: number } | { at: ServerStep };
export type ServerStep = (typeof serverSteps)[number];

/**
 * `worker`: its port closes, a new one asks at once, and the browser kills the old companion two seconds later; `browser`: the port closes
 * and nobody kills; the others are SIGKILL.
 */
export type Victim = (typeof victims)[number];

export type Plan = {
  /** One a try, in their order; tries after the last are left alone. */
  kills: { barrier: Barrier; victim: Victim }[];
  /** What the server does at a step of its first connection instead of going on. */
  fault: { step: ServerStep /** none: it resets the connection */; words: string | undefined } | undefined;
  /** Bytes of the PDF. */
  size: number;
  /** Another browser hands the same mail over at the same time. */
  twice: boolean;
};

export const serverSteps = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'body', 'dot'] as const;
const victims = ['companion', 'courier', 'both', 'worker', 'browser'] as const;
const sizes = [2000, 60_000, 400_000, 1_500_000];

export function makePlan(random: Random): Plan {
  const kill = () => ({ barrier: barrier(random), victim: random.oneOf(victims) });
  return {
    kills: Array.from({ length: 1 + random.below(3) }, kill),
    fault: random.chance(0.3) ? fault(random) : undefined,
    size: random.oneOf(sizes),
    twice: random.chance(0.15),
  };
}

function fault(random: Random): Plan['fault'] {
  const step = random.oneOf(serverSteps);
  // Words in the middle of a message would be the answer to it, while its dot may still come: no server does that and goes on.
  return { step, words: step === 'body' ? undefined : random.oneOf(['451 later', '550 no', undefined]) };
}

function barrier(random: Random): Barrier {
  if (random.chance(0.3)) return { at: 'hand-over', ms: random.below(120) };
  if (random.chance(0.15)) return { at: 'answered', ms: random.below(12) };
  return { at: random.oneOf(serverSteps) };
}
