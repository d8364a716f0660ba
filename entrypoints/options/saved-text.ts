import { i18n } from '#i18n';
import { advice } from '../../extension/advice.ts';
import type { SaveResult } from './form/save-settings.ts';

/** What OK did, and where the password went. */
export function savedText(result: Exclude<SaveResult, { kind: 'password-needed' }>): string {
  if (result.kind === 'saved') return placeText(result.store);
  const { title, text } = advice(result.failure);
  const reason = `${title}. ${text}`;
  if (result.kind === 'password-left') return i18n.t('options.passwordLeft', { reason });
  return i18n.t('options.passwordNotSaved', { reason });
}

function placeText(store: Extract<SaveResult, { kind: 'saved' }>['store']): string {
  if (store === 'keyring') return i18n.t('options.savedInKeyring');
  if (store === 'file') return i18n.t('options.savedInFile');
  return store === 'session' ? i18n.t('options.savedForSession') : i18n.t('options.saved');
}
