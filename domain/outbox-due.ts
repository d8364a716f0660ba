import { waitAfter } from './back-off.ts';
import type { OutboxItem } from './outbox.ts';

/** Longest time in which a press of Send can be taken back; the settings allow no more. */
const longestUndo = 30_000;

/**
 * Whether a waiting mail's turn has come. A turn further away than it was ever put comes at once: then the clock was set back
 * in between, and nobody should wait for the difference.
 */
export function isDue(item: OutboxItem, now: number): boolean {
  return item.dueAt <= now || item.dueAt - now > longestWait(item);
}

/** ms until the turn of the next of these; undefined when none waits. */
export function untilNext(items: OutboxItem[], now: number): number | undefined {
  const waits = items
    .filter(({ state }) => state === 'waiting')
    .map((item) => (isDue(item, now) ? 0 : item.dueAt - now));
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

function longestWait({ undoUntil, attempt }: OutboxItem): number {
  return undoUntil === undefined ? waitAfter(Math.max(attempt, 1)) : longestUndo;
}
