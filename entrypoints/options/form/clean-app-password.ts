/** Google shows its app passwords as four groups of four letters; the blanks between them are not part of it. */
const groups = /^[a-z]{4}([\s\u200b\u2060]+[a-z]{4}){3}$/;

/** Takes the blanks out of a pasted app password. Any other password stays untouched: a blank may belong to it. */
export function cleanAppPassword(password: string): { password: string; removed: number } {
  const trimmed = password.trim();
  if (!groups.test(trimmed)) return { password, removed: 0 };
  const clean = trimmed.replace(/[^a-z]/g, '');
  return { password: clean, removed: password.length - clean.length };
}
