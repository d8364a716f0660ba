import { isTooOld, waitAfter } from './back-off.ts';
import { type Failure, failureSchema, failures } from './failure.ts';
import { mailSchema } from './mail.ts';
import { needsAttention } from './needs-attention.ts';
import {
  isFinal,
  isOlder,
  type Outcome,
  outcomeSchema,
  owedRecipients,
  recipientResultSchema,
  rememberedFor,
  toldRecipients,
} from './outcome.ts';
import { serverSchema } from './profile.ts';
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
export const outboxStates = outboxStateSchema.options;
export type OutboxState = z.infer<typeof outboxStateSchema>;

export const outboxItemSchema = z.object({
  /** The mail's id; the draft's too, unless each recipient gets a mail of their own. */
  id: z.uuid(),
  /** The draft this press of Send came from. */
  draftId: z.uuid(),
  mail: mailSchema,
  profileId: z.string(),
  /** Page the PDF came from, for "already sent" later. */
  pageUrl: z.string(),
  /** A test message: goes with these settings, saved or not, and is never tried again. */
  trial: z.optional(serverSchema),
  state: outboxStateSchema,
  /** Tries handed to the companion so far. */
  attempt: z.int(),
  /** A person wants this try although an earlier one may have delivered: while it is true, only `sent` ends the doubt. */
  secondCopyAccepted: z.boolean(),
  /** ms since 1970: when a waiting item is due; when the first try was made. */
  dueAt: z.number(),
  /** Until then the press of Send can be taken back, and nothing leaves. Missing once that time is over. */
  undoUntil: z.optional(z.number()),
  createdAt: z.number(),
  /** Last news of the companion while sending. */
  outcome: z.optional(outcomeSchema),
  /** Bytes of the message on their way. */
  progress: z.optional(z.object({ done: z.number(), total: z.number() })),
  recipients: z.optional(z.array(recipientResultSchema)),
  failure: z.optional(failureSchema),
  /** Why the second copy did not go, of a mail whose first one may have arrived. */
  secondFailure: z.optional(failureSchema),
  response: z.optional(z.string()),
  finishedAt: z.optional(z.number()),
  /** The server of the last hand-over: the settings may name another one by now. */
  host: z.optional(z.string()),
  /** A person has seen that it failed. */
  seen: z.optional(z.boolean()),
});

/** One press of Send and what became of it. */
export type OutboxItem = z.infer<typeof outboxItemSchema>;

export type OutboxEvent =
  | { type: 'hand-over'; host?: string }
  /** The computer has no network: it stays due. */
  | { type: 'offline' }
  | { type: 'progress'; done: number; total: number }
  /** `asked`: the companion's answer to a question about this mail, not news that may be late. */
  | { type: 'outcome'; outcome: Outcome; asked?: boolean }
  /** The hand-over failed before the companion recorded anything. */
  | { type: 'refused'; failure: Failure }
  | { type: 'retry' }
  | { type: 'cancel' }
  | { type: 'mark-sent' }
  /** A person has the failure on the screen. */
  | { type: 'seen' };

/** Near the end of the journal's memory the two clocks may differ. */
const clockDoubt = 2 * 24 * 3_600_000;

/** The outbox state machine. An event that does not fit the state leaves the item as it is: late news never undo a result. */
export function next(item: OutboxItem, event: OutboxEvent, now: number): OutboxItem {
  return fits(item, event) ? apply(item, event, now) : item;
}

function fits(item: OutboxItem, event: OutboxEvent): boolean {
  switch (event.type) {
    case 'hand-over':
    case 'offline':
    case 'cancel':
      return item.state === 'waiting';
    case 'progress':
      return item.state === 'sending';
    case 'outcome':
      return (
        isOfCopy(item, event.outcome) || (item.state === 'sending' && (event.asked || isOfThisTry(event.outcome, item)))
      );
    case 'refused':
      return item.state === 'sending' && item.outcome === undefined;
    case 'retry':
      return canRetry(item);
    case 'mark-sent':
      return item.state === 'unknown';
    case 'seen':
      return item.state !== 'unknown' && needsAttention(item);
  }
}

function apply(item: OutboxItem, event: OutboxEvent, now: number): OutboxItem {
  switch (event.type) {
    case 'hand-over':
      return { ...begin(item), ...(event.host !== undefined && { host: event.host }) };
    case 'offline':
      return { ...withoutUndo(item), failure: { code: 'offline' }, dueAt: now };
    case 'progress':
      return { ...item, progress: { done: event.done, total: event.total } };
    case 'outcome':
      if (item.state !== 'sending') return { ...item, outcome: event.outcome };
      return settle(item, event.outcome, now);
    case 'refused':
      return item.secondCopyAccepted ? unsure(item, now, event.failure) : retryOrStop(item, event.failure, now);
    case 'retry':
      return retry(item, now);
    case 'cancel':
      return item.secondCopyAccepted ? unsure(item, now) : stop(item, 'cancelled', now);
    case 'mark-sent':
      return { ...item, state: 'sent', finishedAt: now };
    case 'seen':
      return { ...item, seen: true };
  }
}

/** A person may send it again: nothing was delivered, or (`unknown`) they decided to risk a second copy. */
export function canRetry(item: OutboxItem): boolean {
  if (item.trial) return false;
  if (item.state === 'partly-sent') return owedRecipients(item.recipients).length > 0;
  return ['waiting', 'not-sent', 'rejected', 'unknown'].includes(item.state);
}

/** A new try carries no news of the one before, except who has the mail already. */
function begin(item: OutboxItem): OutboxItem {
  const { outcome: _outcome, progress: _progress, failure: _failure, recipients, ...rest } = item;
  const { response: _response, undoUntil: _undoUntil, seen: _seen, secondFailure: _second, ...fresh } = rest;
  const known = hasSome(item) && recipients ? { recipients } : {};
  return { ...fresh, ...known, state: 'sending', attempt: item.attempt + 1 };
}

/** Some recipients have the mail from an earlier try. */
function hasSome({ recipients }: OutboxItem): boolean {
  return recipients?.some(({ accepted }) => accepted) ?? false;
}

/** What some have is never called unsent. */
function stop(item: OutboxItem, state: 'cancelled' | 'not-sent', finishedAt: number): OutboxItem {
  return { ...item, state: hasSome(item) ? 'partly-sent' : state, finishedAt };
}

/** The 24 hours begin again with the person's press. */
function retry(item: OutboxItem, now: number): OutboxItem {
  return {
    ...wait(item, now),
    createdAt: now,
    secondCopyAccepted: item.state === 'unknown' || item.secondCopyAccepted,
  };
}

/** The second copy did not go; whether the first one did is as unknown as before, so no machine goes on. */
function unsure(item: OutboxItem, finishedAt: number, why?: Failure): OutboxItem {
  const secondFailure = why && why.code !== 'outcome-unknown' && { secondFailure: why };
  const failure = { code: 'outcome-unknown' } as const;
  return { ...item, ...secondFailure, state: 'unknown', failure, secondCopyAccepted: false, finishedAt };
}

/** Waits for its turn, not for its sender's second thoughts. */
function withoutUndo({ undoUntil: _undoUntil, ...item }: OutboxItem): OutboxItem {
  return item;
}

function wait({ finishedAt: _finishedAt, seen: _seen, ...old }: OutboxItem, dueAt: number): OutboxItem {
  const item = withoutUndo(old);
  return { ...item, state: 'waiting', dueAt, secondCopyAccepted: false };
}

function settle(item: OutboxItem, outcome: Outcome, now: number): OutboxItem {
  if (!isFinal(outcome.state)) return { ...item, outcome };
  const { failure = { code: 'unexpected' }, response } = outcome;
  const recipients = toldRecipients(outcome);
  const done: OutboxItem = {
    ...item,
    outcome,
    finishedAt: now,
    ...(recipients && { recipients }),
    ...(response !== undefined && { response }),
  };
  if (outcome.state === 'sent') return { ...done, state: 'sent' };
  if (item.secondCopyAccepted) return unsure(done, now, failure);
  switch (outcome.state) {
    case 'partial':
      // The rest is tried again alone; while nobody is named in it, nobody knows who is the rest.
      return owedRecipients(recipients).length > 0
        ? retryOrStop(done, failure, now)
        : { ...done, state: 'partly-sent', failure };
    case 'rejected':
      return { ...done, state: 'rejected', failure };
    case 'deferred':
      return retryOrStop(done, failure, now);
    default:
      return retryOrStop(
        done,
        mayHaveLeft(item, outcome, now) ? { ...failure, code: 'outcome-unknown' } : failure,
        now,
      );
  }
}

/** News of the copy in the Sent folder comes when the mail has its result, and changes nothing about it. */
function isOfCopy({ state, outcome: known }: OutboxItem, { copy, ...news }: Outcome): boolean {
  if (state !== 'sent' && state !== 'partly-sent') return false;
  return copy !== undefined && known?.attempt === news.attempt && known.state === news.state;
}

/** A companion that already works on an earlier try of the mail goes on with that one. */
function isOfThisTry(outcome: Outcome, { attempt, outcome: known }: OutboxItem): boolean {
  return outcome.attempt === (known?.attempt ?? attempt) && !isOlder(outcome, known);
}

/** `not-sent` after `data-complete`, or a journal that forgot a mail it had or may have had, proves nothing. */
function mayHaveLeft(item: OutboxItem, { state }: Outcome, now: number): boolean {
  if (state === 'unknown') return true;
  if (state !== 'absent') return item.outcome?.state === 'data-complete';
  return item.outcome !== undefined || now - item.createdAt > rememberedFor - clockDoubt;
}

function retryOrStop(item: OutboxItem, failure: Failure, now: number): OutboxItem {
  const retried = { ...item, failure };
  if (failures[failure.code].retry === 'later' && !isTooOld(item, now) && !item.trial)
    return wait(retried, now + waitAfter(item.attempt));
  if (failure.code === 'outcome-unknown') return { ...retried, state: 'unknown', finishedAt: now };
  return stop(retried, failure.code === 'cancelled' ? 'cancelled' : 'not-sent', now);
}
