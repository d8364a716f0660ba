import { i18n } from '#i18n';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useStored } from '../../components/use-stored.ts';
import { advice } from '../../extension/advice.ts';
import { managedItem } from '../../extension/storage/managed.ts';
import { settingsItem } from '../../extension/storage/settings.ts';
import { DamagedNotice, GiveUpDamaged } from './DamagedNotice.tsx';
import { NewerSettings } from './NewerSettings.tsx';
import { SectionNav } from './SectionNav.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { ManagedContext } from './use-managed.ts';
import { useSection } from './use-section.ts';

export function App() {
  const settings = useStored(settingsItem);
  const managed = useStored(managedItem);
  const section = useSection();
  return (
    <div className="min-h-screen bg-sunken">
      <div className="mx-auto grid max-w-5xl items-start gap-6 p-6 md:grid-cols-[220px_1fr]">
        <header className="grid gap-4">
          <div className="px-3 pt-2">
            <PageHeading title={i18n.t('options.title')} />
          </div>
          <SectionNav current={section.id} />
        </header>
        <main className="min-w-0 rounded-card border border-line bg-bg p-6">
          {settings.state === 'reading' && <p role="status">{i18n.t('options.loading')}</p>}
          {settings.state === 'failed' && (
            <>
              <FailureNotice failure={settings.failure} advice={advice(settings.failure)} />
              {settings.failure.code === 'storage-damaged' && <GiveUpDamaged />}
              {settings.failure.code === 'storage-newer' && <NewerSettings />}
            </>
          )}
          {settings.state === 'ready' && <DamagedNotice />}
          {settings.state === 'ready' && managed.state === 'ready' && (
            <ManagedContext.Provider value={managed.value}>
              <SettingsPage settings={settings.value} section={section} />
            </ManagedContext.Provider>
          )}
        </main>
      </div>
    </div>
  );
}
