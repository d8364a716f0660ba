import { pageLanguage } from './page-language.ts';

/** `3 Mar 2027`. @param iso ISO 8601 */
export function calendarDay(iso: string): string {
  return new Intl.DateTimeFormat(pageLanguage(), { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(iso),
  );
}
