import { i18n } from '#i18n';
import { SectionHeading } from '../SectionHeading.tsx';
import { AlwaysBccField } from './AlwaysBccField.tsx';
import { AutoStoreField } from './AutoStoreField.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { SeveralRecipientsField } from './SeveralRecipientsField.tsx';
import { SidePanelField } from './SidePanelField.tsx';
import { WaitingFields } from './WaitingFields.tsx';

export function PreferencesSection() {
  return (
    <>
      <SectionHeading title={i18n.t('preferences.heading')} intro={i18n.t('preferences.intro')} />
      <SeveralRecipientsField />
      <AlwaysBccField />
      <SidePanelField />
      <AutoStoreField />
      <WaitingFields />
      <SettingsFile />
    </>
  );
}
