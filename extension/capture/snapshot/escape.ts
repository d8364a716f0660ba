const inText: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };
const inAttribute: Record<string, string> = { ...inText, '"': '&quot;' };

/** As the HTML standard serialises text (13.3). */
export function escapeText(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (letter) => inText[letter] ?? letter);
}

export function escapeAttribute(text: string): string {
  return text.replace(/[&<>\u00a0"]/g, (letter) => inAttribute[letter] ?? letter);
}
