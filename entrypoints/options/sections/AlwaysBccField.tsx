import { Controller, useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { AddressField } from '../../../components/AddressField.tsx';
import { listOf } from '../../../components/list-of.ts';
import { maxAlwaysBcc } from '../../../domain/settings.ts';
import type { FormValues } from '../form/form-values.ts';
import { useFieldError } from '../use-field-error.ts';
import { useManaged } from '../use-managed.ts';

export function AlwaysBccField() {
  const { control, watch } = useFormContext<FormValues>();
  const disabled = watch('disabled');
  const error = useFieldError('alwaysBcc');
  const managed = useManaged().alwaysBcc ?? [];
  const theirs = managed.length > 0 && i18n.t('managed.alwaysBcc', { addresses: listOf(managed) });
  return (
    <Controller
      control={control}
      name="alwaysBcc"
      render={({ field: { value, onChange } }) => (
        <AddressField
          layout="beside"
          label={i18n.t('preferences.alwaysBcc')}
          hint={[i18n.t('preferences.alwaysBccHint'), theirs].filter(Boolean).join(' ')}
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
