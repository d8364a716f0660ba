/**
 * Whether typing has come to the end of an address: behind `;` or a line end, or behind a comma that follows an address.
 * A comma alone may still be part of a name (`Doe, John <j@d.test>`), and nothing ends inside quotes.
 */
export function endsAddress(text: string): boolean {
  const openQuote = (text.match(/"/g) ?? []).length % 2 === 1;
  if (openQuote) return false;
  return /[;\n]/.test(text) || /@[^,<]*>?\s*,\s*$/.test(text);
}
