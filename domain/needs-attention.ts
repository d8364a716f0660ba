import type { OutboxItem } from './outbox.ts';

/** Somebody has to look at it: nobody knows whether it arrived, or it reached nobody and no person has seen that yet. */
export function needsAttention({ state, seen }: OutboxItem): boolean {
  return state === 'unknown' || ((state === 'not-sent' || state === 'rejected') && !seen);
}
