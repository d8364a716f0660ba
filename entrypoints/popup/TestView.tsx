import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { ProbeResult } from '../../components/ProbeResult.tsx';
import { useProbe } from '../../components/use-probe.ts';
import type { Server } from '../../domain/profile.ts';
import { advice } from '../../extension/advice.ts';
import { background } from '../../extension/background-port.ts';
import { probeRunItem } from '../../extension/probe-run.ts';
import { AdviceButton } from './AdviceButton.tsx';
import { PopupFrame } from './PopupFrame.tsx';
import type { Account } from './screen-for.ts';

type Request = { id: string; server: Server; sender: string; disabled: string[]; size?: number };

const means = {
  source: probeRunItem,
  start: (request: Request) => background.call('probe', request),
  stop: (id: string) => background.call('cancelProbe', { id }),
};

type Props = {
  account: Account;
  /** Bytes of the PDF that is to be sent, once it is there. */
  size: number | undefined;
  onBack: () => void;
};

/** The connection test of the saved settings, with the PDF at hand as measure for the server's limit. */
export function TestView({ account: { profile, settings }, size, onBack }: Props) {
  const { server, sender } = profile;
  const probe = useProbe<Omit<Request, 'id'>>(means);
  const test = () =>
    probe.start({ server, sender: sender.address, disabled: settings.disabled, ...(size && { size }) });
  useOnce(test);
  return (
    <PopupFrame title={i18n.t('probe.test')} subtitle={server.host}>
      <div className="grid gap-3">
        {probe.failure && <FailureNotice failure={probe.failure} advice={advice(probe.failure)} />}
        {!probe.failure && (
          <ProbeResult
            run={probe.run}
            running={probe.running}
            server={server}
            advise={({ failure }) => (failure ? advice(failure, server).text : '')}
            fixes={({ failure }) => failure && <AdviceButton action={advice(failure, server).action} />}
          />
        )}
        <div className="flex gap-2">
          {probe.running ? (
            <Button onClick={probe.stop}>{i18n.t('probe.stop')}</Button>
          ) : (
            <Button onClick={test}>{i18n.t('probe.again')}</Button>
          )}
          <Button onClick={onBack}>{i18n.t('probe.back')}</Button>
        </div>
      </div>
    </PopupFrame>
  );
}

/** React draws twice in development; a login must be tried once. */
function useOnce(act: () => void): void {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (done) return;
    setDone(true);
    act();
  }, [done, act]);
}
