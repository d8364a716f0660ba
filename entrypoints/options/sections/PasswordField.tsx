import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { SecretField } from '../../../components/SecretField.tsx';
import { type Preset, presetFor } from '../../../domain/presets.ts';
import { cleanAppPassword } from '../form/clean-app-password.ts';
import type { FormValues } from '../form/form-values.ts';
import { useFieldError } from '../use-field-error.ts';

/** Write-only: what is saved stays with the companion, and nothing here ever shows it. */
export function PasswordField({ saved }: { saved: boolean }) {
  const { register, setValue, watch } = useFormContext<FormValues>();
  const [removed, setRemoved] = useState(0);
  const [host, password] = watch(['host', 'password']);
  const preset = presetFor(host);
  const isGoogle = preset?.host === 'smtp.gmail.com';

  function clean(text: string): void {
    const cleaned = cleanAppPassword(text);
    if (!isGoogle || cleaned.removed === 0) return;
    setValue('password', cleaned.password, { shouldDirty: true });
    setRemoved(cleaned.removed);
  }
  return (
    <SecretField
      label={i18n.t('secret.label')}
      saved={saved && password === ''}
      error={useFieldError('password')}
      hint={
        <>
          {i18n.t('secret.hint')} <ProviderHint preset={preset} isGoogle={isGoogle} />
          <span role="status" className="block text-accent">
            {removed > 0 && i18n.t('secret.spacesRemoved', removed)}
            {isGoogle && password !== '' && !/^[a-z]{16}$/.test(password) && i18n.t('secret.notAppPassword')}
          </span>
        </>
      }
      {...register('password', {
        onChange: (event) => {
          setRemoved(0);
          clean(event.target.value);
        },
        onBlur: (event) => clean(event.target.value),
      })}
    />
  );
}

function ProviderHint({ preset, isGoogle }: { preset: Preset | undefined; isGoogle: boolean }) {
  if (preset?.password !== 'app-password') return null;
  const text = isGoogle ? i18n.t('secret.google') : i18n.t('secret.provider', { provider: preset.name });
  return (
    <>
      {text}{' '}
      {preset.helpUrl && (
        <a href={preset.helpUrl} target="_blank" rel="noreferrer" className="text-accent underline">
          {i18n.t('secret.googleLink')}
        </a>
      )}
    </>
  );
}
