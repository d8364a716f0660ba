import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import type { FormValues } from '../form/form-values.ts';
import { useFieldError } from '../use-field-error.ts';

const choices: { value: SecretStoreName; label: string; hint: string }[] = [
  { value: 'keyring', label: i18n.t('passwordStore.keyring'), hint: i18n.t('passwordStore.keyringHint') },
  { value: 'file', label: i18n.t('passwordStore.file'), hint: i18n.t('passwordStore.fileHint') },
  { value: 'session', label: i18n.t('passwordStore.session'), hint: i18n.t('passwordStore.sessionHint') },
];

/** Where the companion keeps the password. Tabpost never moves it to a weaker place by itself: when the keyring fails, people choose. */
export function PasswordStoreField() {
  const id = useId();
  const { register } = useFormContext<FormValues>();
  const error = useFieldError('passwordStore');
  return (
    <div className="grid gap-1 border-t border-line py-3 sm:grid-cols-[200px_1fr] sm:gap-4">
      <span id={id}>{i18n.t('passwordStore.label')}</span>
      <div role="radiogroup" aria-labelledby={id} className="grid gap-1">
        {error && (
          <p role="alert" className="text-hint text-bad">
            {error}
          </p>
        )}
        {choices.map(({ value, label, hint }) => (
          <div key={value} className="flex flex-wrap items-baseline gap-x-2">
            <input
              id={`${id}-${value}`}
              type="radio"
              value={value}
              aria-describedby={`${id}-${value}-hint`}
              aria-invalid={(error !== undefined && value === 'keyring') || undefined}
              className="size-4 scroll-mb-40 translate-y-0.5 accent-accent"
              {...register('passwordStore')}
            />
            <label htmlFor={`${id}-${value}`} className="min-h-6">
              {label}
            </label>
            <span id={`${id}-${value}-hint`} className="text-hint text-dim">
              {hint}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
