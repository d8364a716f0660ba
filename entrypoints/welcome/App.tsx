import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useCompanionCheck } from '../../components/use-companion-check.ts';
import { useStored } from '../../components/use-stored.ts';
import { background } from '../../extension/background-port.ts';
import { settingsItem } from '../../extension/storage/settings.ts';
import { CompanionStep } from './CompanionStep.tsx';
import { ServerStep } from './ServerStep.tsx';
import { Steps } from './Steps.tsx';

/** Two steps: the companion, which is found without a press, and the mail server. */
export function App() {
  const companion = useCompanionCheck(askCompanion);
  const settings = useStored(settingsItem);
  const [step, setStep] = useState<0 | 1>(0);
  const { state, check } = companion;

  useEffect(() => {
    if (state === 'ready') setStep(1);
    if (state !== 'failed') return;
    const timer = setTimeout(check, lookAgainMs);
    return () => clearTimeout(timer);
  }, [state, check]);

  return (
    <div className="min-h-screen bg-sunken p-6">
      <main className="mx-auto mt-4 grid max-w-2xl gap-5 rounded-card border border-line bg-bg p-8">
        <PageHeading title={i18n.t('welcome.title')} />
        <Steps current={step} />
        {step === 0 ? (
          <CompanionStep companion={companion} onNext={() => setStep(1)} />
        ) : (
          <ServerStep
            version={state === 'ready' ? companion.version : undefined}
            host={settings.state === 'ready' ? settings.value.profiles[0]?.server.host : undefined}
            onBack={() => setStep(0)}
          />
        )}
      </main>
    </div>
  );
}

const askCompanion = () => background.call('checkCompanion', {});

/** Nothing tells a browser that a companion was just installed: it has to try. */
const lookAgainMs = 3000;
