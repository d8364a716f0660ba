import { FormProvider } from 'react-hook-form';
import type { Settings } from '../../domain/settings.ts';
import { AddressesSection } from './addresses/AddressesSection.tsx';
import { DisabledSection } from './disabled/DisabledSection.tsx';
import { OrganisationServer } from './OrganisationServer.tsx';
import { OutboxSection } from './outbox/OutboxSection.tsx';
import { SaveBar } from './SaveBar.tsx';
import { AboutSection } from './sections/AboutSection.tsx';
import { PreferencesSection } from './sections/PreferencesSection.tsx';
import { SendersSection } from './sections/SendersSection.tsx';
import { ServerSection } from './sections/ServerSection.tsx';
import type { Section, SectionId } from './sections.ts';
import { AccountIndex } from './use-account.ts';
import type { AccountChoice } from './use-account-choice.ts';
import { useSettingsForm } from './use-settings-form.ts';

type Props = { settings: Settings; section: Section };

/** One form over all sections: going from one to the other loses nothing, and OK saves everything. */
export function SettingsPage({ settings, section }: Props) {
  const { form, submit, cancel, message, saves, choice } = useSettingsForm(settings, section.id);
  const isForm = section.fields.length > 0;
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate>
        <AccountIndex.Provider value={choice.index}>
          <OrganisationServer />
          {contentOf(section.id, settings, { saves, choice })}
        </AccountIndex.Provider>
        {(isForm || form.formState.isDirty) && <SaveBar message={message} onCancel={cancel} />}
      </form>
    </FormProvider>
  );
}

type FormState = { saves: number; choice: AccountChoice };

function contentOf(id: SectionId, settings: Settings, { saves, choice }: FormState) {
  switch (id) {
    case 'server':
      return <ServerSection saves={saves} choice={choice} />;
    case 'senders':
      return <SendersSection choice={choice} />;
    case 'disabled':
      return <DisabledSection />;
    case 'addresses':
      return <AddressesSection rules={settings.disabled} />;
    case 'options':
      return <PreferencesSection />;
    case 'outbox':
      return <OutboxSection settings={settings} />;
    case 'about':
      return <AboutSection settings={settings} />;
  }
}
