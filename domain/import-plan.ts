import { maxContacts } from './contact.ts';
import type { Incoming, RefusedRow } from './incoming-contact.ts';
import { mergedLine } from './merged-line.ts';
import { addTo, none, type Some } from './some.ts';

/** What taking over a file would do. Entries are packed lines. */
export type ImportPlan = {
  /** What is to be stored, by the key of its address. */
  lines: Map<string, string>;
  added: Some<string>;
  /** Entries as they would be afterwards; only those that would change. */
  merged: Some<string>;
  /** Entries of the file that the list holds already. */
  unchanged: number;
  /** Rows whose mailbox another row of the file has, too. */
  repeated: number;
  refused: Some<RefusedRow>;
  /** Entries that would have no room in the list. */
  tooMany: number;
};

/** What is not to be stored is taken out of the incoming lines. @param known the list's lines by the key of their address */
export function planImport({ lines, repeated, refused }: Incoming, known: Map<string, string>): ImportPlan {
  const counts = { unchanged: 0, repeated, refused, tooMany: 0 };
  const plan: ImportPlan = { lines, added: none(), merged: none(), ...counts };
  for (const [key, line] of lines) {
    const before = known.get(key);
    const after = mergedLine(before, line);
    if (before === undefined) addTo(plan.added, after);
    else if (after !== before) addTo(plan.merged, after);
    else if (plan.lines.delete(key)) plan.unchanged++;
  }
  plan.tooMany = Math.max(0, known.size + plan.added.count - maxContacts);
  return plan;
}
