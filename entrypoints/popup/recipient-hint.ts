import { i18n } from '#i18n';
import { listOf } from '../../components/list-of.ts';
import { type Draft, recipientsOf } from '../../domain/draft.ts';
import { eachOnce } from '../../domain/mailbox.ts';
import type { Settings } from '../../domain/settings.ts';

type Recipients = Pick<Draft, 'to' | 'cc' | 'bcc'>;
type Choice = Pick<Settings, 'severalRecipients' | 'alwaysBcc'>;

/** Who sees whom. Said before sending: it cannot be taken back. */
export function recipientHint(recipients: Recipients, { severalRecipients, alwaysBcc }: Choice): string | undefined {
  const all = recipientsOf(recipients);
  const taken = new Set(all.map(({ address }) => address.toLowerCase()));
  const copies = alwaysBcc.filter((address) => !taken.has(address.toLowerCase()));
  const copy = all.length > 0 && copies.length > 0 && i18n.t('compose.constantCopy', { addresses: listOf(copies) });
  return [sight(recipients, severalRecipients), copy].filter(Boolean).join(' ') || undefined;
}

function sight(recipients: Recipients, several: Settings['severalRecipients']): string | undefined {
  const all = recipientsOf(recipients).length;
  const seen = eachOnce([...recipients.to, ...recipients.cc]).length;
  if (all < 2) return all > seen ? i18n.t('compose.hiddenOne') : undefined;
  if (several === 'each') return i18n.t('compose.each', all);
  if (seen === 0) return i18n.t('compose.blind', all);
  if (seen === 1) return i18n.t('compose.oneSeen', all - 1);
  if (several === 'blind')
    return recipients.cc.length > 0 ? i18n.t('compose.blindCc', all) : i18n.t('compose.blind', all);
  return all > seen ? i18n.t('compose.someHidden', [seen, all - seen]) : i18n.t('compose.visible', all);
}
