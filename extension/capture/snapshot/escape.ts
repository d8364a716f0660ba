/** A carriage return that was not meant as one would become a line feed. */
const inText: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;', '\r': '&#13;' };
const inAttribute: Record<string, string> = { ...inText, '"': '&quot;' };

/** As the HTML standard serialises text (13.3). */
export function escapeText(text: string): string {
  return text.replace(/[&<>\u00a0\r]/g, (letter) => inText[letter] ?? letter);
}

export function escapeAttribute(text: string): string {
  return text.replace(/[&<>\u00a0\r"]/g, (letter) => inAttribute[letter] ?? letter);
}
