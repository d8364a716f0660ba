import type { Random } from './random.ts';

/** Where a try can be hit: some ms after the hand-over began, when the server is at a step, or some ms after it said 250. */
type Barrier = { at: 'hand-over' | 'answered'; ms: number } | { at: ServerStep };
export type ServerStep = (typeof serverSteps)[number];

export type Plan<Victim> = {
  /** One after the other; a try after the last is left alone. */
  kills: { barrier: Barrier; victim: Victim }[];
  /** What the server does at a step of its first connection instead of going on. */
  fault: { step: ServerStep /** none: it resets the connection */; words: string | undefined } | undefined;
  /** Bytes of the PDF. */
  size: number;
};

export const serverSteps = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'body', 'dot'] as const;
const sizes = [2000, 60_000, 400_000, 1_500_000];

/** @param slowness by which the hand-over takes longer than from one program to the other */
export function makePlan<Victim>(random: Random, victims: readonly Victim[], slowness = 1): Plan<Victim> {
  const kill = () => ({ barrier: barrier(random, slowness), victim: random.oneOf(victims) });
  return {
    kills: Array.from({ length: 1 + random.below(3) }, kill),
    fault: random.chance(0.3) ? fault(random) : undefined,
    size: random.oneOf(sizes),
  };
}

function fault(random: Random): Plan<unknown>['fault'] {
  const step = random.oneOf(serverSteps);
  // Words in the middle of a message would be the answer to it, while its dot may still come: no server does that and goes on.
  return { step, words: step === 'body' ? undefined : random.oneOf(['451 later', '550 no', undefined]) };
}

function barrier(random: Random, slowness: number): Barrier {
  if (random.chance(0.3)) return { at: 'hand-over', ms: random.below(120 * slowness) };
  if (random.chance(0.15)) return { at: 'answered', ms: random.below(12 * slowness) };
  return { at: random.oneOf(serverSteps) };
}
