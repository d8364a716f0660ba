import { TabpostError, toFailure } from '../../domain/failure.ts';
import { admit } from './admission.ts';
import type { Account, Connections } from './connections.ts';
import { wantsCopy } from './copy-to-sent.ts';
import type { Progress } from './courier-message.ts';
import { withEarlierTries } from './earlier-tries.ts';
import { envelopeOf } from './envelope.ts';
import type { Job } from './job.ts';
import { type JournalRecord, journal } from './journal.ts';
import { locks } from './locks.ts';
import { sendMail } from './mailer.ts';
import { recall } from './recall.ts';
import { conclude } from './settle.ts';
import { spool } from './spool.ts';
import { throttle } from './throttle.ts';
import type { Verdict } from './verdict.ts';

const progressEvery = 200;

export type Means = {
  connections: Connections;
  report(progress: Progress): void;
  /** The account it leaves by. */
  accountFor(job: Job): Promise<Account>;
  /** The mail needs its connection no more. */
  leave(): void;
};

/**
 * Sends one mail that was handed to this courier and records every step before it is taken. Whatever happens, the mail has
 * a result afterwards, unless the disk refuses to take it: then the next companion concludes it from the last step.
 */
export async function deliver(id: string, { connections, report, accountFor, leave }: Means): Promise<void> {
  const queued = journal.read(id);
  if (!locks.isMine(id) || queued?.state !== 'queued') return;
  const step = (news: Verdict, write = journal.write) => {
    refuseBuried(id);
    return record({ ...queued, ...withEarlierTries(news, queued.recipients), at: new Date().toISOString() }, write);
  };
  const taken = new AbortController();
  const unwatch = recall.watch(() => recall.isAsked(id) && taken.abort());
  let mayHaveLeft = false;
  let copy: JournalRecord['copy'];
  const send = async () => {
    const job = spool.read(id);
    if (wantsCopy(job, queued)) copy = { state: 'waiting' };
    admit(job); // once more: this is the last place that can stop it
    const recipients = envelopeOf(job, queued.recipients);
    refuseTakenBack(id);
    const sending = step({ state: 'sending' }, journal.note); // a crash makes it `not-sent`, as it does of `queued`
    journal.flush(sending).catch(() => {}); // a head start: the next step flushes once more, and is not taken when that fails
    const onProgress = throttle(progressEvery, (done: number, total: number) => report({ id, done, total }));
    const beforeLastByte = () => {
      refuseTakenBack(id);
      step({ state: 'data-complete' });
      mayHaveLeft = true;
    };
    const account = await accountFor(job);
    return sendMail({ job, recipients, account }, connections, { onProgress, beforeLastByte, signal: taken.signal });
  };
  try {
    // A result that cannot be written is no reason to call the mail unsent: then conclude() goes by the last step.
    const verdict = await send().catch((error: unknown) => broken(error, mayHaveLeft));
    const wanted = copy && ['sent', 'partial'].includes(verdict.state);
    const result = step({ ...verdict, ...(wanted && { copy }) }, journal.note);
    leave();
    await journal.flush(result);
  } finally {
    unwatch();
    if (locks.isMine(id)) letGo(conclude(journal.read(id) ?? queued));
  }
}

/** A copy that is still to be filed is another matter: it needs the bytes, and the lock. */
function letGo({ id, copy }: JournalRecord): void {
  if (copy?.state === 'waiting') return;
  spool.remove(id);
  locks.release(id);
}

function refuseTakenBack(id: string): void {
  if (recall.isAsked(id)) throw new TabpostError('cancelled');
}

/** Whoever took us for dead has given the mail its result, and may send it again: then nothing more may leave here, nor be written. */
function refuseBuried(id: string): void {
  if (!locks.isMine(id)) throw new TabpostError('connection-lost', { detail: 'lock lost' });
}

function broken(error: unknown, mayHaveLeft: boolean): Verdict {
  if (mayHaveLeft) return { state: 'unknown', failure: { code: 'outcome-unknown' } };
  return { state: 'not-sent', failure: toFailure(error) };
}

function record(news: JournalRecord, write: typeof journal.write): JournalRecord {
  try {
    return write(news);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new TabpostError('spool-unwritable', { ...(code && { detail: code }), cause });
  }
}
