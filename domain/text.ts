/** Characters of a display name; RFC 5322 sets none, address books stop near here. */
export const maxDisplayName = 128;

// Line ends, control characters and lone surrogates; TAB is one of them: no header of ours needs it.
const forbidden = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
/** Nothing in it has to be looked at closer. */
const printable = /^[\x20-\x7e]*$/;
const bidiControl = /\p{Bidi_Control}/u;

/** One line for a header (RFC 5322 2.2): no control characters, no direction overrides that spoof what is read. */
export function isHeaderText(text: string, maxLength: number): boolean {
  return text.length <= maxLength && !forbidden.test(text) && !bidiControl.test(text);
}

/**
 * The name in front of an address: text that is no address itself and no start of an encoded word (RFC 2047). Mail programs
 * decode such a word even between quotes, and would show another name than the one that was approved.
 */
export function isDisplayName(text: string): boolean {
  return isHeaderText(text, maxDisplayName) && !/@|=\?/.test(text);
}

/** Makes such a line of anything, for example of a page's title: forbidden characters become blanks, then it is cut. */
export function toHeaderText(text: string, maxLength: number): string {
  if (text.length <= maxLength && printable.test(text)) return text.trim();
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim();
  return cut(line, maxLength);
}

/**
 * Cuts between what readers see as letters, never inside a surrogate pair or a joined emoji.
 * @param measure length of a piece in the unit of `max`; UTF-16 units when left out
 */
export function cut(text: string, max: number, measure = (piece: string): number => piece.length): string {
  if (measure(text) <= max) return text;
  let kept = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, max + 64))) {
    length += measure(segment);
    if (length > max) break;
    kept += segment;
  }
  return kept.trimEnd();
}

export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
