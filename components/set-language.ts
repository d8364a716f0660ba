import { i18n } from '#i18n';

/** Marks the page with the language and direction its words are in, for screen readers and for right-to-left languages. */
export function setLanguage(root: HTMLElement): void {
  root.lang = i18n.t('locale.tag');
  root.dir = i18n.t('locale.direction');
}
