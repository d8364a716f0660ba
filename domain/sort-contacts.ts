import { fold } from './fold.ts';
import { mergeSorted } from './merge-sorted.ts';

/** An entry as it lies in storage, with what it is sorted and searched by. */
export type ContactRow = {
  /** Folded name, address and groups; without a name the address stands for it. Compared as it is, it gives the order of lists. */
  key: string;
  line: string;
};

export function contactRow(line: string): ContactRow {
  return rowOf(line, fold(line));
}

/** All entries in the order of lists; every `yield` is a place where others may get their turn. @param texts of whole lines */
export function* sortContacts(texts: string[]): Generator<void, ContactRow[]> {
  const pieces: ContactRow[][] = [];
  for (const text of texts) {
    pieces.push(rowsOf(text));
    yield;
  }
  return yield* mergeSorted(pieces, (a, b) => (a.key < b.key ? -1 : 1));
}

function rowsOf(text: string): ContactRow[] {
  if (text === '') return [];
  const folded = fold(text).split('\n');
  return text.split('\n').map((line, n) => rowOf(line, folded[n] ?? ''));
}

function rowOf(line: string, folded: string): ContactRow {
  const [address = '', name = '', groups = ''] = folded.split('\t', 3);
  return { key: `${name || address}\t${address}\t${groups}`, line };
}
