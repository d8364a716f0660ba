import { i18n } from '#i18n';
import type { OutboxState } from '../domain/outbox.ts';

const labels: Record<OutboxState, string> = {
  waiting: i18n.t('outbox.states.waiting'),
  sending: i18n.t('outbox.states.sending'),
  sent: i18n.t('outbox.states.sent'),
  'partly-sent': i18n.t('outbox.states.partly_sent'),
  rejected: i18n.t('outbox.states.rejected'),
  'not-sent': i18n.t('outbox.states.not_sent'),
  unknown: i18n.t('outbox.states.unknown'),
  cancelled: i18n.t('outbox.states.cancelled'),
};

export function stateLabel(state: OutboxState): string {
  return labels[state];
}
