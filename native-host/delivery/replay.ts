import { TabpostError } from '../../domain/failure.ts';
import { type DeliveryState, owedRecipients } from '../../domain/outcome.ts';
import type { Job } from './job.ts';
import { isInDoubt, type JournalRecord } from './journal.ts';
import { mailHash } from './mail-hash.ts';

/** Nothing was delivered, so a new try may begin, also of a changed mail. */
const repeatable: DeliveryState[] = ['rejected', 'deferred', 'not-sent'];

/**
 * What a mail that is handed over is answered with when nothing may be sent: what is recorded under its id.
 * @throws TabpostError `mail-changed`: what is recorded is of another mail, so it says nothing about this one
 */
export function replay(recorded: JournalRecord | undefined, job: Job): JournalRecord | undefined {
  if (!recorded || mayRepeat(recorded, job)) return undefined;
  if (recorded.mail !== undefined && recorded.mail !== mailHash(job.mail)) throw new TabpostError('mail-changed');
  return recorded;
}

function mayRepeat(recorded: JournalRecord, job: Job): boolean {
  if (job.attempt <= recorded.attempt) return false;
  const isDoubtful = isInDoubt(recorded);
  if (isDoubtful && !job.secondCopyAccepted) return false;
  const isRepeatable = repeatable.includes(recorded.state);
  if (isRepeatable && !isDoubtful) return true;
  if (recorded.mail !== undefined && recorded.mail !== mailHash(job.mail)) return false;
  if (recorded.state === 'partial' && !isDoubtful) return owes(recorded, job);
  return isRepeatable || ['partial', 'unknown'].includes(recorded.state);
}

/** Whoever is to get it now was refused for now before. */
function owes({ recipients }: JournalRecord, job: Job): boolean {
  const owed = owedRecipients(recipients);
  return job.recipients?.every((address) => owed.includes(address)) ?? false;
}
