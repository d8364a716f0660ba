import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { CheckboxField } from '../CheckboxField.tsx';
import type { FormValues } from '../form/form-values.ts';

export function SidePanelField() {
  const { register } = useFormContext<FormValues>();
  return (
    <CheckboxField
      {...register('sidePanel')}
      label={i18n.t('preferences.sidePanel')}
      hint={i18n.t('preferences.sidePanelHint')}
    />
  );
}
