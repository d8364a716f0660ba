import { i18n } from '#i18n';
import type { Settings } from '../../domain/settings.ts';

/** Whether several recipients see each other. Said before sending: it cannot be taken back. */
export function recipientHint(count: number, several: Settings['severalRecipients']): string | undefined {
  if (count < 2) return undefined;
  return several === 'blind' ? i18n.t('compose.blind', count) : i18n.t('compose.visible', count);
}
