import { Check, CircleAlert, CircleDashed, CircleMinus, LoaderCircle, type LucideIcon, X } from 'lucide-react';
import { i18n } from '#i18n';
import type { ProbeStep, ProbeStepName } from '../domain/probe.ts';
import { probeFact } from './probe-fact.ts';
import { probeStepName } from './probe-step-name.ts';

type State = ProbeStep['state'] | 'running' | 'open';
type Look = { icon: LucideIcon; colour: string; word: string };

const looks: Record<State, Look> = {
  ok: { icon: Check, colour: 'text-ok', word: i18n.t('probe.state.ok') },
  warning: { icon: CircleAlert, colour: 'text-warn', word: i18n.t('probe.state.warning') },
  failed: { icon: X, colour: 'text-bad', word: i18n.t('probe.state.failed') },
  skipped: { icon: CircleMinus, colour: 'text-dim', word: i18n.t('probe.state.skipped') },
  waiting: { icon: LoaderCircle, colour: 'text-warn', word: i18n.t('probe.state.waiting') },
  running: { icon: LoaderCircle, colour: 'text-accent', word: i18n.t('probe.state.running') },
  open: { icon: CircleDashed, colour: 'text-dim', word: i18n.t('probe.state.open') },
};

type Props = { name: ProbeStepName; state: State; step?: ProbeStep };

/** A step as icon, name, word and time: never by colour alone. */
export function ProbeStepRow({ name, state, step }: Props) {
  const { icon: Icon, colour, word } = looks[state];
  const fact = step && probeFact(step);
  return (
    <li className="flex items-baseline gap-2 text-label">
      <Icon
        size={14}
        strokeWidth={1.8}
        aria-hidden
        className={`shrink-0 translate-y-0.5 ${colour} ${Icon === LoaderCircle ? 'motion-safe:animate-spin' : ''}`}
      />
      <span className={state === 'open' ? 'text-dim' : ''}>{probeStepName(name)}</span>
      <span className={colour}>{word}</span>
      {fact && <bdi className="min-w-0 flex-1 truncate text-dim">{fact}</bdi>}
      {step && hasEnded(step) && (
        <span className="ml-auto shrink-0 text-hint text-dim tabular-nums">{i18n.t('probe.ms', { n: step.ms })}</span>
      )}
    </li>
  );
}

function hasEnded({ state }: ProbeStep): boolean {
  return state !== 'skipped' && state !== 'waiting';
}
