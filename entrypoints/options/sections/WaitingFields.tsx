import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { CheckboxField } from '../CheckboxField.tsx';
import type { FormValues } from '../form/form-values.ts';
import { useFieldError } from '../use-field-error.ts';

/** What happens between the press of Send and the day the mail is forgotten. */
export function WaitingFields() {
  const { register } = useFormContext<FormValues>();
  return (
    <>
      <TextField
        layout="beside"
        inputMode="numeric"
        className="max-w-24"
        label={i18n.t('preferences.undoSeconds')}
        hint={i18n.t('preferences.undoSecondsHint')}
        error={useFieldError('undoSeconds')}
        {...register('undoSeconds')}
      />
      <CheckboxField
        {...register('notify')}
        label={i18n.t('preferences.notify')}
        hint={i18n.t('preferences.notifyHint')}
      />
      <TextField
        layout="beside"
        inputMode="numeric"
        className="max-w-24"
        label={i18n.t('preferences.retentionDays')}
        hint={i18n.t('preferences.retentionDaysHint')}
        error={useFieldError('retentionDays')}
        {...register('retentionDays')}
      />
    </>
  );
}
