import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { ProbeResult } from '../../../components/ProbeResult.tsx';
import { useProbe } from '../../../components/use-probe.ts';
import type { ProbeRun, ProbeStep } from '../../../domain/probe.ts';
import { advice } from '../../../extension/advice.ts';
import { background } from '../../../extension/background-port.ts';
import { probeRunItem } from '../../../extension/probe-run.ts';
import type { FormValues } from '../form/form-values.ts';
import { type ProbeRequest, probeRequest } from '../form/probe-request.ts';
import { useAccount } from '../use-account.ts';
import { ProbeFixes } from './ProbeFixes.tsx';

const means = {
  source: probeRunItem,
  start: (request: ProbeRequest & { id: string }) => background.call('probe', request),
  stop: (id: string) => background.call('cancelProbe', { id }),
};

/**
 * Tests what stands in the fields, saved or not, as a send would use it.
 * @param saves counts the presses of OK: the typed password is the saved one then, and its field empty
 * @param children more buttons
 */
export function TestConnection({ saves, children }: { saves: number; children: ReactNode }) {
  const { watch } = useFormContext<FormValues>();
  const { values, now, complain } = useAccount();
  const disabled = watch('disabled');
  const probe = useProbe(means);
  const [tested, setTested] = useState<ProbeRequest>();
  const [incomplete, setIncomplete] = useState(false);
  useEffect(() => {
    if (saves > 0) setTested((request) => request && withoutSecret(request));
  }, [saves]);
  const end = useFollowedEnd(probe.run);
  const current = probeRequest(values, disabled);
  const stale = tested !== undefined && !probe.running && JSON.stringify(current) !== JSON.stringify(tested);

  function test(): void {
    const request = probeRequest(now(), disabled);
    setIncomplete(!request);
    setTested(request);
    if (request) probe.start(request);
    else complain();
  }
  const hint = incomplete ? i18n.t('probe.incomplete') : stale && i18n.t('probe.stale');
  return (
    <section ref={end} aria-label={i18n.t('probe.test')} className="grid scroll-mb-24 gap-3 border-t border-line py-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={test} disabled={probe.running}>
          {i18n.t('probe.test')}
        </Button>
        {children}
        {probe.running && <Button onClick={probe.stop}>{i18n.t('probe.stop')}</Button>}
        <span role="status" className="text-hint text-dim">
          {hint}
        </span>
      </div>
      {probe.failure && <FailureNotice failure={probe.failure} advice={advice(probe.failure)} />}
      {tested && !probe.failure && !stale && (
        <ProbeResult
          run={probe.run}
          running={probe.running}
          server={tested.server}
          advise={({ failure }: ProbeStep) => (failure ? advice(failure, tested.server).text : '')}
          fixes={(step) => <ProbeFixes step={step} />}
        />
      )}
    </section>
  );
}

function withoutSecret({ secret: _saved, ...request }: ProbeRequest): ProbeRequest {
  return request;
}

/** Steps that come in below the bar with the buttons would be missed: the page follows them. */
function useFollowedEnd(run: ProbeRun | undefined) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (run) section.current?.scrollIntoView({ block: 'end' });
  }, [run]);
  return section;
}
