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
 * What the journal knows of these mails. One that a companion is still taking is waited for, and then left out: `absent` is a promise that
 * it will not be sent.
 * @throws TabpostError `companion-silent` when nothing can be said of any of them yet
 */
export async function knownOutcomes(ids: string[]): Promise<Outcome[]> {
  const isArriving = (id: string) => spool.isArriving(id);
  if (ids.some(isArriving)) await untilInFolder(dataFolder('spool'), () => !ids.some(isArriving), timeToArrive);
  const sayable = ids.filter((id) => !isArriving(id));
  if (sayable.length === 0 && ids.length > 0) throw new TabpostError('companion-silent');
  return sayable.map(knownOutcome);
}

function knownOutcome(id: string): Outcome {
  const record = settle(id);
  return record ? tellable(record) : absent(id);
}

/** Nothing was ever recorded of this mail. */
export function absent(id: string): Outcome {
  return { id, state: 'absent', attempt: 0, at: new Date().toISOString() };
}
