import { fold } from './fold.ts';
import { type ContactRow, contactRow } from './sort-contacts.ts';

/** What a list shows first: how many entries there are, and the first ones in its order. */
export type ContactFront = { count: number; lines: string[] };

/** One entry in its packed form before and after; undefined = not there. */
export type LineChange = { before: string | undefined; after: string | undefined };

const frontSize = 100;
/** So few lines left would not fill a window. */
const tooFew = 40;

export const emptyFront: ContactFront = { count: 0, lines: [] };

/** The front after these changes; undefined when too little of it is left, so that all entries have to be looked at. */
export function changedFront({ count, lines }: ContactFront, changes: LineChange[]): ContactFront | undefined {
  const gone = new Set(changes.map(({ before }) => before));
  const limit = lines.length < count ? contactRow(lines.at(-1) ?? '').key : undefined;
  const rows = lines.filter((line) => !gone.has(line)).map(contactRow);
  for (const { after } of changes) {
    if (after === undefined || standsBehind(after, rows)) continue;
    const row = contactRow(after);
    if (limit === undefined || row.key < limit) keep(rows, row);
  }
  const now = count + changes.reduce((sum, change) => sum + difference(change), 0);
  if (rows.length < now && rows.length < tooFew) return undefined;
  return { count: now, lines: rows.map(({ line }) => line) };
}

/** The front of all entries. */
export function frontOf(texts: string[]): ContactFront {
  const rows: ContactRow[] = [];
  let count = 0;
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    if (!standsBehind(line, rows)) keep(rows, contactRow(line));
    count++;
  }
  return { count, lines: rows.map(({ line }) => line) };
}

function difference({ before, after }: LineChange): number {
  return (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1);
}

/** Told by the first letter, for nearly all rows of a long list. */
function standsBehind(line: string, rows: ContactRow[]): boolean {
  return rows.length === frontSize && sortLetter(line) > (rows[frontSize - 1]?.key.charCodeAt(0) ?? 0);
}

const folded = new Map<number, number>();

/** What `contactRow` makes the first letter of the key; NaN, which stands behind nothing, for a mark without its letter. */
function sortLetter(line: string): number {
  const tab = line.indexOf('\t');
  const hasName = tab >= 0 && tab + 1 < line.length && line.charCodeAt(tab + 1) !== 9;
  const code = line.charCodeAt(hasName ? tab + 1 : 0);
  const known = folded.get(code) ?? fold(String.fromCharCode(code)).charCodeAt(0);
  folded.set(code, known);
  return known;
}

/** Most rows of a long list stand behind the last one that is kept: they cost one comparison. */
function keep(rows: ContactRow[], row: ContactRow): void {
  if (rows.length === frontSize && row.key >= (rows[frontSize - 1]?.key ?? '')) return;
  let place = rows.length;
  while (place > 0 && (rows[place - 1]?.key ?? '') > row.key) place--;
  rows.splice(place, 0, row);
  if (rows.length > frontSize) rows.pop();
}
