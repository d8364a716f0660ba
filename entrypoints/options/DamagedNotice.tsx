import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useStored } from '../../components/use-stored.ts';
import { type Failure, toFailure } from '../../domain/failure.ts';
import { advice } from '../../extension/advice.ts';
import { damagedSettings, giveUpDamagedSettings } from '../../extension/storage/settings.ts';
import { fieldName } from './field-name.ts';

/** Names the fields that fell back to their defaults, until somebody has looked at them and pressed OK. */
export function DamagedNotice() {
  const damaged = useStored(damagedSettings);
  if (damaged.state !== 'ready' || damaged.value.length === 0) return null;
  return (
    <Notice tone="bad" title={i18n.t('damagedSettings.title')}>
      <p>{i18n.t('damagedSettings.text', { fields: damaged.value.map(fieldName).join(', ') })}</p>
    </Notice>
  );
}

/** The way out when nothing can be read: a person decides, and the old value is kept. */
export function GiveUpDamaged() {
  const [failure, setFailure] = useState<Failure>();
  const giveUp = () => giveUpDamagedSettings().then(undefined, (error: unknown) => setFailure(toFailure(error)));
  return (
    <div className="mt-4 grid justify-items-start gap-2">
      <p>{i18n.t('damagedSettings.giveUpText')}</p>
      <Button onClick={() => void giveUp()}>{i18n.t('damagedSettings.giveUp')}</Button>
      {failure && <FailureNotice failure={failure} advice={advice(failure)} />}
    </div>
  );
}
