import { Controller, useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { AddressField } from '../../../components/AddressField.tsx';
import { maxAlwaysBcc } from '../../../domain/settings.ts';
import type { FormValues } from '../form/form-values.ts';
import { useFieldError } from '../use-field-error.ts';

export function AlwaysBccField() {
  const { control, watch } = useFormContext<FormValues>();
  const disabled = watch('disabled');
  const error = useFieldError('alwaysBcc');
  return (
    <Controller
      control={control}
      name="alwaysBcc"
      render={({ field: { value, onChange } }) => (
        <AddressField
          layout="beside"
          label={i18n.t('preferences.alwaysBcc')}
          hint={i18n.t('preferences.alwaysBccHint')}
          error={error}
          value={value}
          onChange={onChange}
          rules={disabled}
          max={maxAlwaysBcc}
        />
      )}
    />
  );
}
