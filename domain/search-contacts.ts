import { bestLines } from './best-lines.ts';
import { type ContactIndex, isWordLetter, pairBucket, searchableEnd, tripleBucket } from './contact-index.ts';
import { fold } from './fold.ts';
import { lineFinder } from './line-finder.ts';
import type { Ranking } from './rank-contacts.ts';

type Wanted = {
  /** Which lines are found when there are more than wanted. */
  ranking: Ranking;
  /** Whether a line may be shown; asked only for lines that fit. */
  accepts(line: number): boolean;
  limit: number;
};

/** A word that stands in more places is looked for among the best lines first, but not in more of these lines. */
const manyPlaces = 1500;
const maxWalk = 500;

/**
 * Lines whose name or address holds all words of the query, by rank; words that begin so come before words that only hold it.
 * The work grows with how often the rarest three letters of the query stand in the list, not with the list.
 */
export function searchContacts(index: ContactIndex, query: string, wanted: Wanted): number[] {
  const words = wordsOf(query);
  const [lead] = words.map((word) => rarest(index, word)).sort((a, b) => a.to - a.from - (b.to - b.from));
  if (!lead || wanted.limit < 1) return [];
  const best = lead.to - lead.from > manyPlaces ? walk(index, words, wanted) : [];
  if (best.length === wanted.limit) return best;
  const { beginning, inside } = candidates(index, lead, {
    ...wanted,
    others: words.filter((word) => word !== lead.word),
  });
  return [...beginning, ...inside.filter((line) => !beginning.includes(line))].slice(0, wanted.limit);
}

/** What stands in many lines stands soon in a good one: goes from the best line on. */
function walk(index: ContactIndex, words: string[], { ranking: { own, ranks }, accepts, limit }: Wanted): number[] {
  const found: number[] = [];
  const total = index.foldedLines.length - 1;
  for (let step = 0; step < maxWalk && step < own.length + total && found.length < limit; step++) {
    const line = own[step] ?? step - own.length;
    const seen = step >= own.length && (ranks[line] ?? 0) < own.length;
    if (!seen && words.every((word) => holds(index, line, { word, begins: true })) && accepts(line)) found.push(line);
  }
  return found;
}

function wordsOf(query: string): string[] {
  return [...new Set(fold(query).split(/[^a-z0-9\u0080-\uffff]+/))].filter(Boolean);
}

/** A run of positions at which a word may stand, shifted by `offset`. */
type Lead = { word: string; positions: Uint32Array; from: number; to: number; offset: number };

/** The shortest run of positions that has all places of this word; of one or two letters only those at the beginning of a word. */
function rarest({ pairs, triples }: ContactIndex, word: string): Lead {
  const code = (at: number) => word.charCodeAt(at);
  if (word.length < 3) {
    const first = pairBucket(code(0), word.length === 2 ? code(1) : 0);
    const last = word.length === 2 ? first : pairBucket(code(0), 255);
    return { word, ...pairs, from: pairs.begins[first] ?? 0, to: pairs.begins[last + 1] ?? 0, offset: 0 };
  }
  let lead: Lead | undefined;
  for (let offset = 0; offset + 2 < word.length; offset++) {
    const bucket = tripleBucket(code(offset), code(offset + 1), code(offset + 2));
    const [from = 0, to = 0] = triples.begins.subarray(bucket, bucket + 2);
    if (!lead || to - from < lead.to - lead.from) lead = { word, ...triples, from, to, offset };
  }
  return lead as Lead; // three letters or more have at least one offset
}

function candidates(
  index: ContactIndex,
  lead: Lead,
  { ranking: { ranks }, accepts, limit, others }: Wanted & { others: string[] },
) {
  const beginning = bestLines(limit, ranks);
  const inside = bestLines(limit, ranks);
  const lineAt = lineFinder(index.foldedLines);
  const fits = (line: number, begins: boolean) =>
    others.every((word) => holds(index, line, { word, begins })) && accepts(line);
  for (let n = lead.from; n < lead.to; n++) {
    const at = (lead.positions[n] ?? 0) - lead.offset;
    if (!continues(index.folded, at, lead.word)) continue;
    const begins = !isWordLetter(index.folded.charCodeAt(at - 1));
    if (!begins && inside.isFull()) continue;
    const line = lineAt(at);
    if (begins && beginning.takes(line) && fits(line, true)) beginning.add(line);
    else if (!inside.isFull() && inside.takes(line) && fits(line, false)) inside.add(line);
  }
  return { beginning: beginning.lines(), inside: inside.lines() };
}

/** As `startsWith`, which costs a call for each of perhaps many thousand places. */
function continues(text: string, at: number, word: string): boolean {
  for (let n = 0; n < word.length; n++) if (text.charCodeAt(at + n) !== word.charCodeAt(n)) return false;
  return true;
}

function holds(
  { folded, foldedLines }: ContactIndex,
  line: number,
  { word, begins }: { word: string; begins: boolean },
): boolean {
  const start = foldedLines[line] ?? 0;
  const text = folded.slice(start, searchableEnd(folded, start, (foldedLines[line + 1] ?? 0) - 1));
  let at = text.indexOf(word);
  while (begins && at > 0 && isWordLetter(text.charCodeAt(at - 1))) at = text.indexOf(word, at + 1);
  return at >= 0;
}
