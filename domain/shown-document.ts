import { z } from './schema.ts';

/** What a document in a tab is known by: many an application shows all its invoices at one address. */
export const shownDocumentSchema = z.object({
  /** Which load of the page it is, `performance.timeOrigin`; 0 for a page that may not be entered. */
  load: z.number(),
  /** Hash of all its words. */
  text: z.string(),
  /** Hashes of what tells one invoice from the next, each as often as it stands there. */
  marks: z.string(),
});

export type ShownDocument = z.infer<typeof shownDocumentSchema>;

/** What a page says of itself. */
export type PageWords = {
  load: number;
  /** Title, headings and the addresses of PDFs inside it: every word of them counts. */
  headings: string;
  /** What a reader sees; missing where it cannot be read, as in a PDF viewer. */
  text?: string;
};

/** Hashes that are kept one by one: an invoice of some 250 lines. */
const mostMarks = 1000;

/** Other at every look, and no other document: the time, how long something took or ago it was, how many messages are unread. */
const passing =
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s*[ap]\.?m\b\.?)?|\d[\d.,]*\s*(?:ms|s|sec\w*|sek\w*|min\w*)\b|\(\d{1,3}\+?\)/gi;

export function documentOf({ load, headings, text }: PageWords): ShownDocument {
  const words = wordsOf(text ?? '');
  const marks = [...wordsOf(headings).map((word) => `heading ${word}`), ...words.filter(isTelling)].map(hashOf);
  const rest = marks.slice(mostMarks);
  return {
    load,
    text: hashOf(text === undefined ? `load ${load}` : words.join(' ')),
    marks: [...marks.slice(0, mostMarks), ...(rest.length > 0 ? [hashOf(rest.join(' '))] : [])].join(' '),
  };
}

/**
 * Whether it is the same document. What came to it since does no harm (a note, an opened panel), what is gone does. A page that was loaded
 * anew has to say the same word for word: there, another document is likely, and little moves by itself.
 */
export function isSameDocument(before: ShownDocument, now: ShownDocument): boolean {
  return hasStayed(before, now) && (before.load === now.load || before.text === now.text);
}

/** Whether every heading and number of it is still there, and as often: a list beside the invoice may show them all. */
export function hasStayed(before: ShownDocument, now: ShownDocument): boolean {
  const left = new Map<string, number>();
  for (const mark of now.marks.split(' ')) left.set(mark, (left.get(mark) ?? 0) + 1);
  return before.marks.split(' ').every((mark) => {
    const count = left.get(mark) ?? 0;
    left.set(mark, count - 1);
    return count > 0 || mark === '';
  });
}

function wordsOf(text: string): string[] {
  const bare = text.replace(passing, ' ').split(/\s+/);
  return bare.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')).filter(Boolean);
}

/** Amounts, dates and the numbers of invoices, customers and streets with a postal code; not what merely counts something. */
function isTelling(word: string): boolean {
  const digits = word.replace(/\D/g, '').length;
  return digits >= (digits === word.length ? 4 : 3);
}

function hashOf(text: string): string {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash >>> 0).toString(36);
}
