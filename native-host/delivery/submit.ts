import { TabpostError } from '../../domain/failure.ts';
import { isFinal, type Outcome } from '../../domain/outcome.ts';
import type { Upload } from '../../protocol/rpc-server.ts';
import { log } from '../log.ts';
import { admit } from './admission.ts';
import type { Courier } from './courier-link.ts';
import type { Job } from './job.ts';
import { isInDoubt, type JournalRecord, journal, tellable } from './journal.ts';
import { locks } from './locks.ts';
import { mailHash } from './mail-hash.ts';
import { recall } from './recall.ts';
import { replay } from './replay.ts';
import { conclude, settle } from './settle.ts';
import { spool } from './spool.ts';
import { asUnwritable, onDisk, receiveUpload } from './upload.ts';

/** ms */
const timeToTidyUp = 5000;

/**
 * Takes a mail over. The answer comes when its bytes are verified, it stands in the journal and a courier has been told; a known id is
 * answered with what is recorded, and its bytes are not read.
 * @param secret a password that is typed but not saved: it goes to the courier and into no file
 * @throws TabpostError what `admit`, `replay` and the upload throw; `spool-unwritable`, `mail-busy`, `cancelled`
 */
export function submit(job: Job, courier: Courier, secret?: string): Upload<Outcome> | Promise<Outcome> {
  admit(job);
  const known = replay(
    onDisk(() => settle(job.mail.id)),
    job,
  );
  if (known) return Promise.resolve(tellable(known));
  onDisk(() => allow(job));
  courier.prepare(job, secret); // it starts and logs in while the bytes arrive
  return receiveUpload(job, (folder) => take(job, folder, () => courier.deliver(job, secret)));
}

/** Whoever sends it again wants it sent; the try that was taken back may arrive later than the wish. */
function allow({ mail: { id }, attempt }: Job): void {
  if (recall.isAskedFor(id, attempt)) throw new TabpostError('cancelled');
  recall.forget(id);
}

async function take(job: Job, folder: string, deliver: () => void): Promise<Outcome> {
  const { id } = job.mail;
  await spool.complete(folder, job).catch(asUnwritable);
  let isOurs = await acquire(id).catch(asUnwritable);
  try {
    const before = journal.read(id);
    const known = replay(before, job); // another browser may have been faster
    if (known) return tellable(known);
    if (!isOurs) throw new TabpostError('mail-busy');
    if (recall.isAsked(id)) throw new TabpostError('cancelled');
    const queued = record(job, folder, before);
    isOurs = !handOver(deliver);
    return tellable(isOurs ? conclude(queued) : queued);
  } finally {
    if (isOurs) locks.release(id);
    spool.discard(folder);
  }
}

/**
 * A courier that has just written a result needs another moment to tidy up; another companion that takes the same mail over,
 * to record it.
 */
async function acquire(id: string): Promise<boolean> {
  if (locks.acquire(id)) return true;
  await locks.until(() => !locks.isTaken(id) || isOnTheWay(journal.read(id)), timeToTidyUp);
  return locks.acquire(id);
}

function isOnTheWay(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && !isFinal(outcome.state);
}

function handOver(deliver: () => void): boolean {
  try {
    deliver();
    return true;
  } catch (error) {
    log('courier-failed', { code: (error as NodeJS.ErrnoException).code });
    return false;
  }
}

function record(job: Job, folder: string, before: JournalRecord | undefined): JournalRecord {
  const { attempt, mail } = job;
  const served = before?.recipients?.some(({ accepted }) => accepted) ? { recipients: before.recipients } : {};
  const doubt = before && isInDoubt(before) ? { mayHaveArrived: true } : {};
  try {
    spool.commit(folder, job);
    const at = new Date().toISOString();
    return journal.note({ id: mail.id, state: 'queued', attempt, at, mail: mailHash(mail), ...served, ...doubt });
  } catch (cause) {
    spool.remove(mail.id);
    const { code } = cause as NodeJS.ErrnoException;
    throw new TabpostError('spool-unwritable', { ...(code && { detail: code }), cause });
  }
}
