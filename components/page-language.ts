import { i18n } from '#i18n';

/** The language for dates and numbers: the reader's own regional form of the language the words are in. */
export function pageLanguage(): string {
  const tag = i18n.t('locale.tag');
  return navigator.languages.find((language) => language === tag || language.startsWith(`${tag}-`)) ?? tag;
}
