import { pageLanguage } from './page-language.ts';

/** `a`, `a and b`, `a, b and c` in the page's language. */
export function listOf(names: string[]): string {
  return new Intl.ListFormat(pageLanguage()).format(names);
}
