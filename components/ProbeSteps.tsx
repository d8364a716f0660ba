import { i18n } from '#i18n';
import type { ProbeStep, ProbeStepName } from '../domain/probe.ts';
import { ProbeStepRow } from './ProbeStepRow.tsx';

type Props = {
  /** All steps in their order. */
  ladder: ProbeStepName[];
  /** Those that have ended, or take long. */
  steps: ProbeStep[];
  running: boolean;
};

/** The steps of a connection test: what has ended, what is under way, what was not reached. */
export function ProbeSteps({ ladder, steps, running }: Props) {
  const rest = ladder.slice(steps.length);
  const isWaiting = steps.at(-1)?.state === 'waiting';
  return (
    <ol aria-label={i18n.t('probe.list')} aria-live="polite" className="grid gap-1">
      {steps.map((step) => (
        <ProbeStepRow key={step.step} name={step.step} state={step.state} step={step} />
      ))}
      {rest.map((name, index) => (
        <ProbeStepRow key={name} name={name} state={running && !isWaiting && index === 0 ? 'running' : 'open'} />
      ))}
    </ol>
  );
}
