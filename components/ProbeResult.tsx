import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { type ProbeRun, type ProbeStep, probeLadder } from '../domain/probe.ts';
import type { Server } from '../domain/profile.ts';
import { CertificateFacts } from './CertificateFacts.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Notice } from './Notice.tsx';
import { ProbeSteps } from './ProbeSteps.tsx';
import { probeStepName } from './probe-step-name.ts';

type Props = {
  run: ProbeRun | undefined;
  running: boolean;
  server: Pick<Server, 'host' | 'security'>;
  /** What to do about the step that failed. */
  advise: (step: ProbeStep) => string;
  /** Buttons for it. */
  fixes?: (step: ProbeStep) => ReactNode;
};

/** A connection test from its first step to its result, with what helps where it stopped. */
export function ProbeResult({ run, running, server, advise, fixes }: Props) {
  const { steps = [], summary } = run ?? {};
  const failed = steps.find(({ state }) => state === 'failed');
  return (
    <div className="grid gap-3">
      <ProbeSteps ladder={probeLadder(server.security)} steps={steps} running={running} />
      <p role="status" className={summary?.verdict === 'passed' ? 'font-semibold text-ok' : 'sr-only'}>
        {statusOf(summary?.verdict, running, server.host)}
      </p>
      {failed && (
        <Notice tone="bad" title={i18n.t('probe.failed', { step: probeStepName(failed.step) })}>
          <p dir="auto" className="text-label">
            {advise(failed)}
          </p>
          {failed.failure?.detail && (
            <bdi className="max-h-24 overflow-y-auto font-mono text-hint">{failed.failure.detail}</bdi>
          )}
          {failed.facts.certificate && <CertificateFacts certificate={failed.facts.certificate} />}
          {fixes?.(failed)}
        </Notice>
      )}
      {summary && (
        <div>
          <CopyButton label={i18n.t('notice.copy')} text={summary.transcript} />
        </div>
      )}
    </div>
  );
}

function statusOf(verdict: string | undefined, running: boolean, host: string): string {
  if (running) return i18n.t('probe.running');
  if (verdict === 'passed') return i18n.t('probe.passed', { host });
  return verdict === 'cancelled' ? i18n.t('probe.cancelled') : '';
}
