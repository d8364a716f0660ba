import { i18n } from '#i18n';

const words = new Map(
  Object.entries({
    true: i18n.t('settingsFile.on'),
    false: i18n.t('settingsFile.off'),
    ssl: i18n.t('server.ssl'),
    tls: i18n.t('server.tls'),
    none: i18n.t('server.none'),
    password: i18n.t('secret.label'),
    blind: i18n.t('managed.blind'),
    visible: i18n.t('preferences.visible'),
    each: i18n.t('preferences.each'),
    keyring: i18n.t('passwordStore.keyring'),
    file: i18n.t('passwordStore.file'),
    session: i18n.t('passwordStore.session'),
  }),
);

/** Fields whose values are choices of the form; in all others such a word was typed by somebody. */
const choices = /(?:security|authentication|severalRecipients|passwordStore|autoStore|sidePanel|notify)$/;

/** The word of the form for what is stored in a field. */
export function fieldValue(path: string, value: string | undefined): string {
  if (value === undefined || value === '') return i18n.t('settingsFile.nothing');
  return (choices.test(path) && words.get(value)) || value;
}
