import { readableHostName } from './host-name.ts';

/** `mixed`: letters of several scripts in one word. `lookalike`: foreign letters that all look like Latin ones. */
export type Lookalike = 'mixed' | 'lookalike';

const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Han', /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}/u],
  ['other', /(?!\p{Script=Common}|\p{Script=Inherited})\p{L}/u],
] as const;

/** Scripts that people write together in one word; Latin goes with the East Asian ones. */
const usual = ['', 'Latin', 'Cyrillic', 'Greek', 'Han', 'other', 'Latin Han'];

// The letters browsers treat as whole-script confusables with Latin, for Cyrillic and Greek.
const likeLatin = /^[асԁеһіјӏорԛѕԝхуъьҽпгѵѡ0-9-]+$|^[αιοκνρυωτηγχ0-9-]+$/u;

/** Why the name of a host may be read as another one than it is; undefined when there is no reason to warn. */
export function lookalike(host: string): Lookalike | undefined {
  const labels = readableHostName(host)
    .split('.')
    .filter((label) => /[^\x20-\x7e]/.test(label));
  if (labels.some((label) => !usual.includes(scriptsOf(label)))) return 'mixed';
  return labels.some((label) => likeLatin.test(label)) ? 'lookalike' : undefined;
}

function scriptsOf(label: string): string {
  const found = new Set([...label].map((letter) => scripts.find(([, pattern]) => pattern.test(letter))?.[0]));
  return scripts.flatMap(([name]) => (found.has(name) ? [name] : [])).join(' ');
}
