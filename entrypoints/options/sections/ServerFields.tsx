import { i18n } from '#i18n';
import { LockedField } from '../../../components/LockedField.tsx';
import { securityName } from '../security-name.ts';
import { useManaged } from '../use-managed.ts';
import { HostField } from './HostField.tsx';
import { PortField } from './PortField.tsx';
import { ProviderNotes } from './ProviderNotes.tsx';
import { SecurityField } from './SecurityField.tsx';

/** Server, port and security; each locked where the organisation set it. */
export function ServerFields() {
  const { host, port, security } = useManaged().server ?? {};
  return (
    <>
      {host === undefined ? <HostField /> : <LockedField label={i18n.t('server.host')} value={host} />}
      <ProviderNotes />
      {port === undefined ? <PortField /> : <LockedField label={i18n.t('server.port')} value={String(port)} />}
      {security === undefined ? (
        <SecurityField />
      ) : (
        <LockedField label={i18n.t('server.security')} value={securityName(security)} />
      )}
    </>
  );
}
