import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { CheckboxField } from '../CheckboxField.tsx';
import type { FormValues } from '../form/form-values.ts';

export function AutoStoreField() {
  const { register } = useFormContext<FormValues>();
  return (
    <CheckboxField
      {...register('autoStore')}
      label={i18n.t('preferences.autoStore')}
      hint={i18n.t('preferences.autoStoreHint')}
    />
  );
}
