import type { OutboxState } from '../../domain/outbox.ts';
import type { Random } from './random.ts';

/** Where rounds are played. */
export type Stage<Plan> = {
  /** Rounds at the same time: they wait more than they work. */
  atOnce: number;
  plan(random: Random, round: number): Plan;
  /** One press of Send, hit as planned, until it has its result. */
  play(plan: Plan, round: number): Promise<RoundResult>;
};

export type RoundResult = {
  /** `never began`: what was killed had not put the mail into the outbox yet, and nobody was told that it had. */
  state: OutboxState | 'never began';
  /** Complete messages that the server took, or may have taken. */
  copies: number;
  /** Victims that were really hit. */
  kills: string[];
  /** Promises that were broken; none is good. */
  broken: string[];
};

/** What a result and its copies have to say about each other. Nobody pressed "Send again". */
export function brokenPromises({ state, copies }: Pick<RoundResult, 'state' | 'copies'>): string[] {
  return [
    ...(copies > 1 ? [`${copies} copies`] : []),
    ...(copies === 0 && state === 'sent' ? ['shown as sent, but nobody got it'] : []),
    ...(copies > 0 && !['sent', 'unknown'].includes(state) ? [`delivered, but shown as ${state}`] : []),
    ...(['waiting', 'sending'].includes(state) ? ['never ended'] : []),
  ];
}
