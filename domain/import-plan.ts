import { type Contact, maxContacts, merged } from './contact.ts';
import { contactLine, readContactLine } from './contact-line.ts';
import type { Incoming, RefusedRow } from './incoming-contact.ts';

/** What taking over a file would do. */
export type ImportPlan = {
  added: Contact[];
  /** Entries as they would be afterwards; only those that would change. */
  merged: Contact[];
  /** Entries of the file that the list holds already. */
  unchanged: number;
  /** Rows whose mailbox another row of the file has, too. */
  repeated: number;
  refused: RefusedRow[];
  /** Entries that would have no room in the list. */
  tooMany: number;
};

/** @param known the list's lines by the key of their address */
export function planImport({ contacts, repeated, refused }: Incoming, known: Map<string, string>): ImportPlan {
  const plan: ImportPlan = { added: [], merged: [], unchanged: 0, repeated, refused, tooMany: 0 };
  for (const [key, contact] of contacts) {
    const line = known.get(key);
    const after = line === undefined ? contact : merged(readContactLine(line), contact);
    if (line === undefined) plan.added.push(contact);
    else if (contactLine(after) === line) plan.unchanged++;
    else plan.merged.push(after);
  }
  plan.tooMany = Math.max(0, known.size + plan.added.length - maxContacts);
  return plan;
}
