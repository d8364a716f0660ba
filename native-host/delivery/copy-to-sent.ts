import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { copyServer } from '../../domain/copy-server.ts';
import { type Failure, failures, TabpostError, toFailure } from '../../domain/failure.ts';
import { envelopeRecipients } from '../../domain/mail.ts';
import { copyServers } from '../secrets/copy-servers.ts';
import { accountOf } from './account-of.ts';
import type { Job } from './job.ts';
import { type JournalRecord, journal } from './journal.ts';
import { locks } from './locks.ts';
import { composeMessage } from './message.ts';
import { spool } from './spool.ts';

/** ms before the one other try after a fault that may pass. */
const pause = 15_000;

/** Whether a mail that went out still wants its copy filed: not where the provider files one by itself, and not twice. */
export function wantsCopy(job: Job, record: JournalRecord): boolean {
  return copyServer(job) !== undefined && record.copy?.state !== 'filed';
}

/** Files the copy of a mail that went out and records what came of it. The mail's own result stays as it is, whatever happens. */
export async function copyToSent(id: string, secret: string | undefined): Promise<void> {
  const record = journal.read(id);
  if (!locks.isMine(id) || record?.copy?.state !== 'waiting') return;
  try {
    const failure = await fileIt(id, secret).catch(toFailure);
    journal.write({ ...record, copy: failure ? { state: 'failed', failure } : { state: 'filed' } });
  } finally {
    spool.remove(id);
    locks.release(id);
  }
}

async function fileIt(id: string, secret: string | undefined): Promise<Failure | undefined> {
  const job = spool.read(id);
  const { mail, server, sentCopy } = job;
  const { login } = await accountOf(job, secret);
  if (!sentCopy || !login) throw new TabpostError('login-required');
  if (!copyServers.isConfirmed(server, sentCopy))
    throw new TabpostError('copy-unconfirmed', { detail: `${sentCopy.host}:${sentCopy.port}` });
  const pin = sentCopy.host === server.host && server.pin ? { pin: server.pin } : {};
  const copy = { target: { ...sentCopy, ...pin }, login, messageId: mail.messageId, bytes: () => bytesOf(job) };
  const { fileCopy } = await import('../sent-copy/file-copy.ts');
  const failure = await fileCopy(copy);
  if (!failure || failures[failure.code].retry !== 'later') return failure;
  await wait(pause);
  return fileCopy(copy);
}

/** The bytes that were sent, and the hidden recipients besides: the sender wants to know whom it went to. */
async function bytesOf(job: Job): Promise<Buffer> {
  const message = await composeMessage({ job, recipients: envelopeRecipients(job.mail) }, { forSender: true });
  try {
    return await buffer(message.through(new PassThrough()));
  } finally {
    message.close();
  }
}
