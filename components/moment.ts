import { i18n } from '#i18n';
import { clockTime } from './clock-time.ts';
import { pageLanguage } from './page-language.ts';

const dayMs = 86_400_000;

/** Day and time: `today at 14:32`, `yesterday at 14:32`, `3 Mar at 14:32`. @param at ms since 1970 */
export function moment(at: number, now: number): string {
  return i18n.t('moment', { day: dayName(at, now), time: clockTime(at) });
}

/** `today`, `yesterday`, `3 Mar`. @param at ms since 1970 */
export function dayName(at: number, now: number): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / dayMs);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(pageLanguage(), { numeric: 'auto' }).format(days, 'day');
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(pageLanguage(), { day: 'numeric', month: 'short', year }).format(at);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
