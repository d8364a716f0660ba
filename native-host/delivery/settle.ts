import { isFinal } from '../../domain/outcome.ts';
import { dataFolder } from '../data-folder.ts';
import { log } from '../log.ts';
import { dropTemporaryFiles } from '../temporary-file.ts';
import { type JournalRecord, journal } from './journal.ts';
import { locks } from './locks.ts';
import { recall } from './recall.ts';
import { spool } from './spool.ts';

/**
 * Gives a mail whose courier died its result: `unknown` once the last byte may have left, else `not-sent` (safe to try again).
 * Leaves a mail alone that somebody works on or that has its result.
 */
export function settle(id: string): JournalRecord | undefined {
  const recorded = journal.read(id);
  if (recorded && isFinal(recorded.state) && (!spool.has(id) || recorded.copy?.state === 'waiting')) return recorded;
  if (!recorded && !spool.has(id)) return undefined;
  if (!locks.acquire(id)) return recorded;
  let copyWaits = false;
  try {
    const current = journal.read(id); // again: it may have got its result before the lock was ours
    const concluded = current && conclude(current);
    copyWaits = concluded?.copy?.state === 'waiting';
    return concluded;
  } finally {
    if (!copyWaits) spool.remove(id); // a copy that is still to be filed needs the bytes
    locks.release(id);
  }
}

/** At the companion's start: everything its predecessor left on the way. */
export function settleAll(): void {
  spool.dropAbandonedUploads();
  for (const id of new Set([...journal.ids(), ...spool.ids()])) {
    try {
      settle(id);
    } catch (error) {
      log('settle-failed', { id, code: (error as NodeJS.ErrnoException).code }); // one bad file must not keep the others waiting
    }
  }
  for (const name of ['journal', 'locks', 'recalled', 'secrets']) dropTemporaryFiles(dataFolder(name), Date.now());
  journal.tidyUp(Date.now());
  recall.tidyUp(Date.now());
}

/** Ends a mail that stopped on its way. Only for the holder of its lock. */
export function conclude(record: JournalRecord): JournalRecord {
  if (isFinal(record.state)) return record;
  const at = new Date().toISOString();
  if (record.state === 'data-complete')
    return journal.write({ ...record, at, state: 'unknown', failure: { code: 'outcome-unknown' } });
  return journal.write({ ...record, ...unsent(record), at, failure: { code: 'connection-lost' } });
}

/** What some recipients have from an earlier try is never called unsent. */
export function unsent({ recipients }: Pick<JournalRecord, 'recipients'>): Pick<JournalRecord, 'state'> {
  return { state: recipients?.some(({ accepted }) => accepted) ? 'partial' : 'not-sent' };
}
