import { Ban, Check, CircleAlert, CircleQuestionMark, Clock, type LucideIcon, Send, TriangleAlert } from 'lucide-react';
import type { OutboxState } from '../domain/outbox.ts';
import { stateLabel } from './state-label.ts';

const tones = {
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  plain: 'bg-accent-soft text-accent',
} as const;

type Look = { icon: LucideIcon; tone: keyof typeof tones };

const looks: Record<OutboxState, Look> = {
  waiting: { icon: Clock, tone: 'warn' },
  sending: { icon: Send, tone: 'plain' },
  sent: { icon: Check, tone: 'ok' },
  'partly-sent': { icon: CircleAlert, tone: 'warn' },
  rejected: { icon: TriangleAlert, tone: 'bad' },
  'not-sent': { icon: TriangleAlert, tone: 'bad' },
  unknown: { icon: CircleQuestionMark, tone: 'warn' },
  cancelled: { icon: Ban, tone: 'plain' },
};

/** A state as icon and word: never by colour alone. */
export function StateBadge({ state }: { state: OutboxState }) {
  const { icon: Icon, tone } = looks[state];
  return (
    <span
      className={`inline-flex min-h-6 items-center gap-1.5 rounded-full px-2.5 text-hint whitespace-nowrap ${tones[tone]}`}
    >
      <Icon size={14} strokeWidth={1.8} aria-hidden />
      {stateLabel(state)}
    </span>
  );
}
