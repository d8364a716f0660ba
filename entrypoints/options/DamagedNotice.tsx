import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useStored } from '../../components/use-stored.ts';
import { type Failure, toFailure } from '../../domain/failure.ts';
import { advice } from '../../extension/advice.ts';
import { damagedSettings, giveUpDamagedSettings } from '../../extension/storage/settings.ts';

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

const labels: Record<string, string> = {
  host: i18n.t('server.host'),
  port: i18n.t('server.port'),
  security: i18n.t('server.security'),
  authentication: i18n.t('server.authentication'),
  login: i18n.t('server.login'),
  email: i18n.t('server.email'),
  address: i18n.t('senders.address'),
  replyTo: i18n.t('senders.replyTo'),
  disabled: i18n.t('disabled.heading'),
  severalRecipients: i18n.t('preferences.blind'),
  undoSeconds: i18n.t('preferences.undoSeconds'),
  notify: i18n.t('preferences.notify'),
  retentionDays: i18n.t('preferences.retentionDays'),
  passwordStore: i18n.t('passwordStore.label'),
};

/** The word of the form for a stored field; its path where the form has none. */
function fieldName(path: string): string {
  if (path.endsWith('sender.name')) return i18n.t('senders.name');
  return labels[path.slice(path.lastIndexOf('.') + 1)] ?? path;
}
