import { isFinal, type Outcome } from '../../domain/outcome.ts';
import { dataFolder } from '../data-folder.ts';
import { log } from '../log.ts';
import { journal, tellable } from './journal.ts';
import { absent } from './known-outcomes.ts';
import { recall } from './recall.ts';
import { settle } from './settle.ts';
import { spool } from './spool.ts';
import { untilInFolder } from './until-in-folder.ts';

/** ms; together shorter than the deadline of `cancel`. */
const timeToArrive = 4000;
const timeToBreakOff = 8000;

/**
 * Takes a mail back. Resolves when it has a result, or when its last byte may have left: then it is too late, and its outcome says so.
 * The wish is written down first: a mail that is still being handed over is then not taken, one on its way stops before its last byte.
 * @param attempt the try that is meant; it stays unwanted when it arrives later
 * @throws the file system's error when it cannot be written down
 */
export async function cancel(id: string, attempt?: number): Promise<Outcome> {
  recall.ask(id, attempt);
  log('cancel', { id });
  await untilInFolder(dataFolder('spool'), () => !spool.isArriving(id), timeToArrive);
  if (!settle(id)) return absent(id);
  await journal.until(() => isDecided(journal.read(id)), timeToBreakOff);
  const record = settle(id);
  if (isDecided(record)) recall.forget(id);
  return record ? tellable(record) : absent(id);
}

function isDecided(outcome: Outcome | undefined): boolean {
  return outcome === undefined || isFinal(outcome.state) || outcome.state === 'data-complete';
}
