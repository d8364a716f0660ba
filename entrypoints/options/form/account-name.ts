import { i18n } from '#i18n';
import type { AccountValues } from './account-values.ts';

/** What to call an account, also one that nobody gave a name. */
export function accountName({ name, email }: Pick<AccountValues, 'name' | 'email'>): string {
  return name.trim() || email.trim() || i18n.t('accounts.unnamed');
}
