import { TabpostError, toFailure } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { readSecret } from '../secrets/index.ts';
import { admit } from './admission.ts';
import type { Progress } from './courier-message.ts';
import type { Job } from './job.ts';
import { journal } from './journal.ts';
import { locks } from './locks.ts';
import { type Login, sendMail } from './mailer.ts';
import { conclude } from './settle.ts';
import { spool } from './spool.ts';
import { throttle } from './throttle.ts';
import type { Verdict } from './verdict.ts';

const progressEvery = 200;

/**
 * Sends one mail that was handed to this courier and records every step before it is taken. Whatever happens, the mail has
 * a result afterwards, unless the disk refuses to take it: then the next companion concludes it from the last step.
 * @param secret password that only the companion's memory holds
 */
export async function deliver(id: string, report: (progress: Progress) => void, secret?: string): Promise<void> {
  const queued = journal.read(id);
  if (!locks.isMine(id) || queued?.state !== 'queued') return;
  const step = (news: Verdict) => record({ ...news, id, attempt: queued.attempt, at: new Date().toISOString() });
  let mayHaveLeft = false;
  const send = async () => {
    const job = spool.read(id);
    admit(job); // once more: this is the last place that can stop it
    step({ state: 'sending' });
    const onProgress = throttle(progressEvery, (done: number, total: number) => report({ id, done, total }));
    const beforeLastByte = () => {
      step({ state: 'data-complete' });
      mayHaveLeft = true;
    };
    return sendMail(job, await loginOf(job, secret), { onProgress, beforeLastByte });
  };
  try {
    // A result that cannot be written is no reason to call the mail unsent: then conclude() goes by the last step.
    step(await send().catch((error: unknown) => broken(error, mayHaveLeft)));
  } finally {
    conclude(journal.read(id) ?? queued);
    spool.remove(id);
    locks.release(id);
  }
}

function broken(error: unknown, mayHaveLeft: boolean): Verdict {
  if (mayHaveLeft) return { state: 'unknown', failure: { code: 'outcome-unknown' } };
  return { state: 'not-sent', failure: toFailure(error) };
}

function record(outcome: Outcome): void {
  try {
    journal.write(outcome);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new TabpostError('spool-unwritable', { ...(code && { detail: code }), cause });
  }
}

async function loginOf({ server }: Job, held: string | undefined): Promise<Login | undefined> {
  if (server.authentication === 'none') return undefined;
  const secret = held ?? (await readSecret(server));
  if (secret === undefined) throw new TabpostError('secret-missing');
  return { user: server.login, pass: secret };
}
