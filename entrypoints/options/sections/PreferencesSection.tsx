import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { CheckboxField } from '../CheckboxField.tsx';
import type { FormValues } from '../form/form-values.ts';
import { SectionHeading } from '../SectionHeading.tsx';
import { SettingsFile } from './SettingsFile.tsx';

export function PreferencesSection() {
  const { register } = useFormContext<FormValues>();
  return (
    <>
      <SectionHeading title={i18n.t('preferences.heading')} intro={i18n.t('preferences.intro')} />
      <CheckboxField
        {...register('blind')}
        label={i18n.t('preferences.blind')}
        hint={i18n.t('preferences.blindHint')}
      />
      <SettingsFile />
    </>
  );
}
