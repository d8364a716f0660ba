import { pageLanguage } from './page-language.ts';

/** The time of day, as `14:32` or `2:32 PM`. @param at ms since 1970 */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(pageLanguage(), { hour: 'numeric', minute: '2-digit' }).format(at);
}
