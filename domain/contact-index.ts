import { BucketBuilder, type Buckets } from './bucket-builder.ts';
import { fold } from './fold.ts';
import { NumberList } from './number-list.ts';

export type ContactIndex = {
  /** All lines in the order in which they are suggested; the folded text has the same lines. */
  text: string;
  folded: string;
  /** Where each line begins in `text` and in `folded`; one more for the end. */
  lines: Uint32Array;
  foldedLines: Uint32Array;
  /** Every beginning of a word, by its first two letters. */
  pairs: Buckets;
  /** Every three letters inside a word. */
  triples: Buckets;
};

const bucketBits = 16;
const linesPerSlice = 1000;

/** Bucket of two letters; all that begin with one letter stand together. Letters beyond Latin-1 share buckets, so what is found is compared. */
export function pairBucket(first: number, second: number): number {
  return ((first & 0xff) << 8) | (second & 0xff);
}

export function tripleBucket(first: number, second: number, third: number): number {
  return Math.imul((first << 12) ^ (second << 6) ^ third, 0x9e3779b1) >>> (32 - bucketBits);
}

export function isWordLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 47 && code < 58) || code > 127;
}

/**
 * Indexes packed contacts in time linear to their size; every `yield` is a place where others may get their turn.
 * @param parts texts of whole lines, in the order in which they are to be suggested
 */
export function* indexContacts(parts: string[]): Generator<void, ContactIndex> {
  const foldedParts: string[] = [];
  for (const part of parts) {
    foldedParts.push(fold(part));
    yield;
  }
  const text = parts.join('\n');
  const folded = foldedParts.join('\n');
  const lines = yield* lineStarts(text);
  const foldedLines = yield* lineStarts(folded);
  const words = { pairs: new BucketBuilder(1 << bucketBits), triples: new BucketBuilder(1 << bucketBits) };
  yield* addWords(words, folded, foldedLines);
  words.pairs.sized();
  words.triples.sized();
  yield* addWords(words, folded, foldedLines);
  return { text, folded, lines, foldedLines, pairs: words.pairs.buckets(), triples: words.triples.buckets() };
}

function* lineStarts(text: string): Generator<void, Uint32Array> {
  const starts = new NumberList();
  for (let at = 0; text !== '' && at <= text.length; ) {
    starts.push(at);
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length + 1 : end + 1;
    if (starts.length % linesPerSlice === 0) yield;
  }
  starts.push(text.length + 1);
  return starts.toArray();
}

type Words = { pairs: BucketBuilder; triples: BucketBuilder };

function* addWords(words: Words, folded: string, lines: Uint32Array): Generator<void, void> {
  for (let line = 0; line + 1 < lines.length; line++) {
    const start = lines[line] ?? 0;
    addWordsOf(words, folded, [start, searchableEnd(folded, start, (lines[line + 1] ?? 0) - 1)]);
    if (line % linesPerSlice === 0) yield;
  }
}

function addWordsOf({ pairs, triples }: Words, folded: string, [start, end]: [number, number]): void {
  let [first, second, letters] = [0, 0, 0];
  for (let at = start; at < end; at++) {
    const third = folded.charCodeAt(at);
    letters = isWordLetter(third) ? letters + 1 : 0;
    if (letters === 1) pairs.add(pairBucket(third, at + 1 < end ? folded.charCodeAt(at + 1) : 0), at);
    if (letters > 2) triples.add(tripleBucket(first, second, third), at - 2);
    first = second;
    second = third;
  }
}

/** Address and name of a line are searched; the fields behind the second tab are not. */
export function searchableEnd(text: string, start: number, end: number): number {
  let tabs = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 9 && ++tabs === 2) return at;
  return end;
}
