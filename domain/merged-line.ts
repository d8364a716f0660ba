import { merged } from './contact.ts';
import { contactLine, readContactLine } from './contact-line.ts';

/** An entry that comes in from a file put to the one that is known, if there is one; both packed. */
export function mergedLine(known: string | undefined, other: string): string {
  return known === undefined ? other : contactLine(merged(readContactLine(known), readContactLine(other)));
}
