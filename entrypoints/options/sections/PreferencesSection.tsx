import { i18n } from '#i18n';
import { CheckboxField } from '../CheckboxField.tsx';
import { SectionHeading } from '../SectionHeading.tsx';
import { SettingsFile } from './SettingsFile.tsx';

export function PreferencesSection() {
  return (
    <>
      <SectionHeading title={i18n.t('preferences.heading')} intro={i18n.t('preferences.intro')} />
      <CheckboxField name="blind" label={i18n.t('preferences.blind')} hint={i18n.t('preferences.blindHint')} />
      <SettingsFile />
    </>
  );
}
