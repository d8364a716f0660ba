import { i18n } from '#i18n';
import { pageLanguage } from './page-language.ts';

const kibi = 1024;

/** Size of a file as file managers show it: `84 KB`, `1.2 MB` (of 1024 bytes each). */
export function fileSize(bytes: number): string {
  if (bytes < 1000 * kibi) return i18n.t('size.kb', { n: number(Math.max(bytes / kibi, 1), 0) });
  const mega = bytes / kibi / kibi;
  return i18n.t('size.mb', { n: number(mega, mega < 10 ? 1 : 0) });
}

function number(value: number, digits: number): string {
  return new Intl.NumberFormat(pageLanguage(), { maximumFractionDigits: digits }).format(value);
}
