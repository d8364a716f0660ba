import { i18n } from '#i18n';
import { pageLanguage } from '../../../components/page-language.ts';
import { maxContacts } from '../../../domain/contact.ts';

/** What is wrong with a file as a whole. @param detail of the failure: the fault, perhaps with its place */
export function faultText(detail: string): string | undefined {
  const [fault = '', place = ''] = detail.split(': ');
  const texts: Record<string, string> = {
    empty: i18n.t('fileFault.empty'),
    'too-big': i18n.t('fileFault.tooBig'),
    'too-many': i18n.t('fileFault.tooMany', { max: maxContacts.toLocaleString(pageLanguage()) }),
    spreadsheet: i18n.t('fileFault.spreadsheet'),
    binary: i18n.t('fileFault.binary'),
    quotes: i18n.t('fileFault.quotes', { place }),
    'vcard-end': i18n.t('fileFault.vcardEnd', { place }),
    'vcard-nested': i18n.t('fileFault.vcardNested', { place }),
    json: i18n.t('fileFault.json'),
    'json-shape': i18n.t('fileFault.jsonShape', { place }),
  };
  return Object.hasOwn(texts, fault) ? texts[fault] : undefined;
}
