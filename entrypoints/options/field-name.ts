import { i18n } from '#i18n';

/** By the last part of a field's path, or by the last two where one would mean several. A map: paths come from files, and may be called `constructor`. */
const labels = new Map(
  Object.entries({
    name: i18n.t('accounts.name'),
    host: i18n.t('server.host'),
    port: i18n.t('server.port'),
    security: i18n.t('server.security'),
    authentication: i18n.t('server.authentication'),
    login: i18n.t('server.login'),
    'pin.sha256': i18n.t('settingsFile.pin'),
    email: i18n.t('server.email'),
    'sender.name': i18n.t('senders.name'),
    address: i18n.t('senders.address'),
    replyTo: i18n.t('senders.replyTo'),
    signature: i18n.t('senders.signature'),
    fileNamePattern: i18n.t('senders.fileName'),
    'sentCopy.host': i18n.t('sentCopy.host'),
    'sentCopy.port': i18n.t('sentCopy.port'),
    folder: i18n.t('sentCopy.folder'),
    disabled: i18n.t('disabled.heading'),
    severalRecipients: i18n.t('preferences.blind'),
    alwaysBcc: i18n.t('preferences.alwaysBcc'),
    autoStore: i18n.t('preferences.autoStore'),
    sidePanel: i18n.t('preferences.sidePanel'),
    undoSeconds: i18n.t('preferences.undoSeconds'),
    notify: i18n.t('preferences.notify'),
    retentionDays: i18n.t('preferences.retentionDays'),
    passwordStore: i18n.t('passwordStore.label'),
  }),
);

/** The word of the form for a stored field such as `profiles.0.server.host`; its path where the form has none. */
export function fieldName(path: string): string {
  const parts = path.split('.');
  const field = labels.get(parts.slice(-2).join('.')) ?? labels.get(parts.at(-1) ?? '');
  if (field === undefined) return path;
  const account = parts[0] === 'profiles' ? Number(parts[1]) : 0;
  return account > 0 ? i18n.t('settingsFile.ofAccount', { number: account + 1, field }) : field;
}
