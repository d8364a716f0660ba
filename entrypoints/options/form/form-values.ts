import type { SecretStoreName } from '../../../domain/secret-store.ts';
import type { Settings } from '../../../domain/settings.ts';
import { type AccountValues, accountValues, blankAccount } from './account-values.ts';

/** The settings as they stand in the fields: as typed, right or wrong. */
export type FormValues = {
  /** At least one, which may be blank. The first one is the default. */
  accounts: AccountValues[];
  passwordStore: SecretStoreName;
  disabled: string[];
  /** A rule that is typed but not added yet. */
  newRule: string;
  blind: boolean;
};

export function formValues(settings: Settings): FormValues {
  const { profiles, disabled, severalRecipients, passwordStore = 'keyring' } = settings;
  return {
    accounts: profiles.length > 0 ? profiles.map(accountValues) : [blankAccount],
    passwordStore,
    disabled,
    newRule: '',
    blind: severalRecipients === 'blind',
  };
}
