import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { LockedField } from '../../../components/LockedField.tsx';
import { CheckboxField } from '../CheckboxField.tsx';
import type { FormValues } from '../form/form-values.ts';
import { useManaged } from '../use-managed.ts';

const choices = [
  { value: 'visible', label: i18n.t('preferences.visible'), hint: i18n.t('preferences.visibleHint') },
  { value: 'each', label: i18n.t('preferences.each'), hint: i18n.t('preferences.eachHint') },
] as const;

const names = {
  blind: i18n.t('managed.blind'),
  visible: i18n.t('preferences.visible'),
  each: i18n.t('preferences.each'),
};

/** Blind copy, or one of the two other ways when it is off. */
export function SeveralRecipientsField() {
  const { register, watch } = useFormContext<FormValues>();
  const blind = watch('blind');
  const { severalRecipients } = useManaged();
  if (severalRecipients) {
    return <LockedField label={i18n.t('preferences.blind')} value={names[severalRecipients]} />;
  }
  return (
    <>
      <CheckboxField
        {...register('blind')}
        label={i18n.t('preferences.blind')}
        hint={i18n.t('preferences.blindHint')}
      />
      {!blind && <OtherWays />}
    </>
  );
}

function OtherWays() {
  const id = useId();
  const { register } = useFormContext<FormValues>();
  return (
    <div role="radiogroup" aria-label={i18n.t('preferences.otherwise')} className="mb-3 grid gap-2 ps-7">
      {choices.map(({ value, label, hint }) => (
        <div key={value} className="flex items-start gap-3">
          <input
            id={`${id}-${value}`}
            type="radio"
            value={value}
            aria-describedby={`${id}-${value}-hint`}
            className="mt-0.5 size-4 shrink-0 accent-accent"
            {...register('otherwise')}
          />
          <div>
            <label htmlFor={`${id}-${value}`}>{label}</label>
            <p id={`${id}-${value}-hint`} className="text-hint text-dim">
              {hint}
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
