import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { SecretField } from '../../../components/SecretField.tsx';
import { type Preset, presetFor } from '../../../domain/presets.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import { cleanAppPassword, isNormalPassword } from '../form/clean-app-password.ts';
import type { SavedSecret } from '../form/use-secret-saved.ts';
import { useAccount } from '../use-account.ts';
import { PasswordChecklist } from './PasswordChecklist.tsx';

type Cleaned = { typed: string; removed: number };

/** Write-only: what is saved stays with the companion, and nothing here ever shows it. */
export function PasswordField({ saved: { store, unconfirmed } }: { saved: SavedSecret }) {
  const { register, set, values, error } = useAccount();
  const [cleaned, setCleaned] = useState<Cleaned>();
  const [kept, setKept] = useState('');
  const { host, password } = values;
  const preset = presetFor(host);
  const wrong = error('password');

  function clean(text: string): void {
    const { password: bare, removed } = cleanAppPassword(text);
    if (preset?.appPassword !== 'letters' || removed === 0 || text === kept) return;
    set({ password: bare });
    setCleaned({ typed: text, removed });
  }
  function undo({ typed }: Cleaned): void {
    setKept(typed);
    setCleaned(undefined);
    set({ password: typed });
  }
  return (
    <SecretField
      label={i18n.t('secret.label')}
      saved={store !== undefined && password === ''}
      error={wrong}
      hint={
        <>
          {store ? keptIn(store) : i18n.t('secret.hint')}
          {preset?.password === 'app-password' && ` ${i18n.t('secret.provider', { provider: preset.name })}`}
          <span role="status" className="flex items-center gap-3 text-accent">
            {cleaned && i18n.t('secret.spacesRemoved', cleaned.removed)}
            {cleaned && (
              <Button look="link" onClick={() => undo(cleaned)}>
                {i18n.t('server.undo')}
              </Button>
            )}
          </span>
          <span role="status" className="block text-warn">
            {store && unconfirmed && password === '' && !wrong && i18n.t('secret.unconfirmed', { host: unconfirmed })}
          </span>
          <NormalPassword preset={isNormalPassword(password, preset) ? preset : undefined} />
          <PasswordChecklist preset={preset} />
        </>
      }
      {...register('password', {
        onChange: (event) => {
          setCleaned(undefined);
          clean(event.target.value);
        },
        onBlur: (event) => clean(event.target.value),
      })}
    />
  );
}

function keptIn(store: SecretStoreName): string {
  if (store === 'keyring') return i18n.t('secret.keptIn.keyring');
  return store === 'file' ? i18n.t('secret.keptIn.file') : i18n.t('secret.keptIn.session');
}

function NormalPassword({ preset }: { preset: Preset | undefined }) {
  return (
    <span role="status" className="block text-warn">
      {preset && i18n.t('secret.notAppPassword', { provider: preset.name })}
    </span>
  );
}
