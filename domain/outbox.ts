import { type Failure, failureSchema, failures } from './failure.ts';
import { mailSchema } from './mail.ts';
import { isFinal, type Outcome, outcomeSchema, recipientResultSchema } from './outcome.ts';
import { z } from './schema.ts';

/** Where a sent draft stands, as its user sees it. */
const outboxStateSchema = z.enum([
  'waiting',
  'sending',
  'sent',
  'partly-sent',
  'rejected',
  'not-sent',
  'unknown',
  'cancelled',
]);
export type OutboxState = z.infer<typeof outboxStateSchema>;

export const outboxItemSchema = z.object({
  /** The mail's id; also the draft's. */
  id: z.uuid(),
  mail: mailSchema,
  profileId: z.string(),
  /** Page the PDF came from, for "already sent" later. */
  pageUrl: z.string(),
  state: outboxStateSchema,
  /** Tries handed to the companion so far. */
  attempt: z.int(),
  /** ms since 1970: when a waiting item is due; when the first try was made. */
  dueAt: z.number(),
  createdAt: z.number(),
  /** Last news of the companion while sending. */
  outcome: z.optional(outcomeSchema),
  /** Bytes of the message on their way. */
  progress: z.optional(z.object({ done: z.number(), total: z.number() })),
  recipients: z.optional(z.array(recipientResultSchema)),
  failure: z.optional(failureSchema),
  response: z.optional(z.string()),
  finishedAt: z.optional(z.number()),
});

/** One press of Send and what became of it. */
export type OutboxItem = z.infer<typeof outboxItemSchema>;

export type OutboxEvent =
  | { type: 'hand-over' }
  | { type: 'progress'; done: number; total: number }
  | { type: 'outcome'; outcome: Outcome }
  /** The hand-over failed before the companion recorded anything. */
  | { type: 'refused'; failure: Failure }
  | { type: 'retry' }
  | { type: 'cancel' }
  | { type: 'mark-sent' };

/** Waiting times between tries; the last one repeats until `giveUpAfter`. Minutes: 1, 5, 15, 60. */
const backOff = [60_000, 300_000, 900_000, 3_600_000];
const giveUpAfter = 24 * 3_600_000;

/** The outbox state machine. An event that does not fit the state leaves the item as it is: late news never undo a result. */
export function next(item: OutboxItem, event: OutboxEvent, now: number): OutboxItem {
  switch (event.type) {
    case 'hand-over':
      return item.state === 'waiting' ? begin(item) : item;
    case 'progress':
      return item.state === 'sending' ? { ...item, progress: { done: event.done, total: event.total } } : item;
    case 'outcome':
      return item.state === 'sending' && event.outcome.attempt === item.attempt
        ? settle(item, event.outcome, now)
        : item;
    case 'refused':
      return item.state === 'sending' ? retryOrStop(item, event.failure, 'not-sent', now) : item;
    case 'retry':
      return canRetry(item) ? { ...item, state: 'waiting', dueAt: now } : item;
    case 'cancel':
      return item.state === 'waiting' ? { ...item, state: 'cancelled', finishedAt: now } : item;
    case 'mark-sent':
      return item.state === 'unknown' ? { ...item, state: 'sent', finishedAt: now } : item;
  }
}

/** A person may send it again: nothing was delivered, or (`unknown`) they decided to risk a second copy. */
export function canRetry(item: OutboxItem): boolean {
  return ['waiting', 'not-sent', 'rejected', 'unknown'].includes(item.state);
}

function begin(item: OutboxItem): OutboxItem {
  const { outcome: _outcome, progress: _progress, failure: _failure, ...rest } = item;
  return { ...rest, state: 'sending', attempt: item.attempt + 1 };
}

function settle(item: OutboxItem, outcome: Outcome, now: number): OutboxItem {
  const news: OutboxItem = { ...item, outcome };
  if (!isFinal(outcome.state)) return news;
  const { failure = { code: 'unexpected' }, recipients, response } = outcome;
  const done: OutboxItem = {
    ...news,
    finishedAt: now,
    ...(recipients && { recipients }),
    ...(response !== undefined && { response }),
  };
  switch (outcome.state) {
    case 'sent':
      return { ...done, state: 'sent' };
    case 'partial':
      return { ...done, state: 'partly-sent', failure };
    case 'rejected':
      return { ...done, state: 'rejected', failure };
    case 'unknown':
      return { ...done, state: 'unknown', failure: { ...failure, code: 'outcome-unknown' } };
    default:
      return retryOrStop(done, failure, 'not-sent', now);
  }
}

function retryOrStop(item: OutboxItem, failure: Failure, stopped: OutboxState, now: number): OutboxItem {
  const tooOld = now - item.createdAt > giveUpAfter;
  if (failures[failure.code].retry !== 'later' || tooOld) return { ...item, state: stopped, failure, finishedAt: now };
  const wait = backOff[Math.min(item.attempt, backOff.length) - 1] ?? backOff[0] ?? 0;
  return { ...item, state: 'waiting', failure, dueAt: now + wait };
}
