import type { Contact } from './contact.ts';
import { readContactLine } from './contact-line.ts';
import { mergeSorted } from './merge-sorted.ts';

export type SuggestionOrder = {
  /** Texts of whole lines: those in use first, the latest one at the top. */
  parts: string[];
  /** The entries of the first lines, in their order. */
  used: Contact[];
};

type Used = { line: string; contact: Contact };

// The last use is the fifth field.
const inUse = /^(?:[^\t]*\t){4}[^\t]/;
const linesPerPart = 500;

/** Puts packed entries into the order in which they are suggested; every `yield` is a place where others may get their turn. */
export function* suggestionOrder(texts: string[]): Generator<void, SuggestionOrder> {
  const unused: string[] = [];
  const pieces: Used[][] = [];
  for (const text of texts.filter(Boolean)) {
    const { true: used = [], false: others = [] } = Object.groupBy(text.split('\n'), (line) => `${inUse.test(line)}`);
    if (used.length > 0) pieces.push(used.map((line) => ({ line, contact: readContactLine(line) })));
    if (others.length > 0) unused.push(others.join('\n'));
    yield;
  }
  const used = yield* mergeSorted(pieces, latestFirst);
  const parts: string[] = [];
  for (let n = 0; n < used.length; n += linesPerPart) {
    const some = used.slice(n, n + linesPerPart);
    parts.push(some.map(({ line }) => line).join('\n'));
    yield;
  }
  return { parts: [...parts, ...unused], used: used.map(({ contact }) => contact) };
}

function latestFirst({ contact: a }: Used, { contact: b }: Used): number {
  return b.usedAt - a.usedAt || b.useCount - a.useCount;
}
