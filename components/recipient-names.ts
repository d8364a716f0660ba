import { i18n } from '#i18n';
import type { Mail } from '../domain/mail.ts';
import { listOf } from './list-of.ts';

/** Whom a mail goes to, in few words. */
export function recipientNames(mail: Pick<Mail, 'to' | 'bcc'>): string {
  const all = [...mail.to, ...mail.bcc];
  const names = all.map(({ name, address }) => name || address);
  if (names.length > 3) return i18n.t('result.people', all.length);
  return listOf(names);
}
