/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plain: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' };
const single = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');
const ascii = /^[\0-\x7f]*$/;

/** The form in which texts are searched: lower case, without accents. Tabs and line ends stay where they are. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(single, (letter) => plain[letter] ?? letter);
}
