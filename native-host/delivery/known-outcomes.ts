import { TabpostError } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { dataFolder } from '../data-folder.ts';
import { tellable } from './journal.ts';
import { settle } from './settle.ts';
import { spool } from './spool.ts';
import { untilInFolder } from './until-in-folder.ts';

/** ms; shorter than the deadline of `outcome`. A companion whose browser has gone ends within three seconds. */
const timeToArrive = 10_000;

/**
 * What the journal knows of these mails. One that a companion is still taking is waited for: `absent` is a promise that it will not be sent.
 * @throws TabpostError `companion-silent` when nobody can say it yet
 */
export async function knownOutcomes(ids: string[]): Promise<Outcome[]> {
  const isArriving = () => ids.some((id) => spool.isArriving(id));
  if (isArriving()) await untilInFolder(dataFolder('spool'), () => !isArriving(), timeToArrive);
  if (isArriving()) throw new TabpostError('companion-silent');
  return ids.map(knownOutcome);
}

function knownOutcome(id: string): Outcome {
  const record = settle(id);
  return record ? tellable(record) : absent(id);
}

/** Nothing was ever recorded of this mail. */
export function absent(id: string): Outcome {
  return { id, state: 'absent', attempt: 0, at: new Date().toISOString() };
}
