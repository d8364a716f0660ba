import { fold } from '../../../domain/fold.ts';
import type { ContactRow } from '../../../domain/sort-contacts.ts';

/** Rows that hold every word of the query in name, address or groups. */
export function shownRows(rows: ContactRow[], query: string): ContactRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter(({ key }) => words.every((word) => key.includes(word)));
}
