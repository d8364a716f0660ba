import type { ContactIndex } from './contact-index.ts';

const linesPerSlice = 2000;

/** Every domain of the list once; every `yield` is a place where others may get their turn. */
export function* domainsOf({ text, lines }: Pick<ContactIndex, 'text' | 'lines'>): Generator<void, Set<string>> {
  const domains = new Set<string>();
  for (let line = 0; line + 1 < lines.length; line++) {
    const end = (lines[line + 1] ?? 0) - 1;
    const address = text.slice(lines[line], end).split('\t', 1)[0] ?? '';
    domains.add(address.slice(address.indexOf('@') + 1));
    if (line % linesPerSlice === 0) yield;
  }
  return domains;
}
