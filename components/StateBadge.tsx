import { Ban, Check, CircleAlert, CircleQuestionMark, Clock, type LucideIcon, Send, TriangleAlert } from 'lucide-react';
import { i18n } from '#i18n';
import type { OutboxState } from '../domain/outbox.ts';

const tones = {
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  plain: 'bg-accent-soft text-accent',
} as const;

type Look = { icon: LucideIcon; tone: keyof typeof tones; label: string };

const looks: Record<OutboxState, Look> = {
  waiting: { icon: Clock, tone: 'warn', label: i18n.t('outbox.states.waiting') },
  sending: { icon: Send, tone: 'plain', label: i18n.t('outbox.states.sending') },
  sent: { icon: Check, tone: 'ok', label: i18n.t('outbox.states.sent') },
  'partly-sent': { icon: CircleAlert, tone: 'warn', label: i18n.t('outbox.states.partly_sent') },
  rejected: { icon: TriangleAlert, tone: 'bad', label: i18n.t('outbox.states.rejected') },
  'not-sent': { icon: TriangleAlert, tone: 'bad', label: i18n.t('outbox.states.not_sent') },
  unknown: { icon: CircleQuestionMark, tone: 'warn', label: i18n.t('outbox.states.unknown') },
  cancelled: { icon: Ban, tone: 'plain', label: i18n.t('outbox.states.cancelled') },
};

/** A state as icon and word: never by colour alone. */
export function StateBadge({ state }: { state: OutboxState }) {
  const { icon: Icon, tone, label } = looks[state];
  return (
    <span
      className={`inline-flex min-h-6 items-center gap-1.5 rounded-full px-2.5 text-hint whitespace-nowrap ${tones[tone]}`}
    >
      <Icon size={14} strokeWidth={1.8} aria-hidden />
      {label}
    </span>
  );
}
