// Line ends, control characters and lone surrogates; TAB is one of them: no header of ours needs it.
const forbidden = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const bidiControl = /\p{Bidi_Control}/u;

/** One line for a header (RFC 5322 2.2): no control characters, no direction overrides that spoof what is read. */
export function isHeaderText(text: string, maxLength: number): boolean {
  return text.length <= maxLength && !forbidden.test(text) && !bidiControl.test(text);
}

/** Makes such a line of anything, for example of a page's title: forbidden characters become blanks, then it is cut. */
export function toHeaderText(text: string, maxLength: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim();
  return cut(line, maxLength);
}

/** Cuts between what readers see as letters, never inside a surrogate pair or a joined emoji. */
export function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, maxLength + 64))) {
    if (index + segment.length > maxLength) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}
