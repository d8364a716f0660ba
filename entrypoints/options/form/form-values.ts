import type { AddressValue } from '../../../components/take-recipients.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import type { Settings } from '../../../domain/settings.ts';
import { type AccountValues, accountValues, blankAccount } from './account-values.ts';

/** The settings as they stand in the fields: as typed, right or wrong. */
export type FormValues = {
  /** At least one, which may be blank. The first one is the default. */
  accounts: AccountValues[];
  passwordStore: SecretStoreName;
  disabled: string[];
  disabledNotes: Record<string, string>;
  /** A rule that is typed but not added yet. */
  newRule: string;
  blind: boolean;
  /** What happens to several recipients when they are not hidden. */
  otherwise: Exclude<Settings['severalRecipients'], 'blind'>;
  alwaysBcc: AddressValue;
  sidePanel: boolean;
  undoSeconds: string;
  notify: boolean;
  retentionDays: string;
  autoStore: boolean;
};

export function formValues(settings: Settings): FormValues {
  const { profiles, disabled, disabledNotes, severalRecipients, alwaysBcc, passwordStore = 'keyring' } = settings;
  const { sidePanel, undoSeconds, notify, retentionDays } = settings;
  return {
    accounts: profiles.length > 0 ? profiles.map(accountValues) : [blankAccount],
    passwordStore,
    disabled,
    disabledNotes,
    newRule: '',
    sidePanel,
    blind: severalRecipients === 'blind',
    otherwise: severalRecipients === 'each' ? 'each' : 'visible',
    autoStore: settings.autoStore,
    alwaysBcc: { mailboxes: alwaysBcc.map((address) => ({ name: '', address })), text: '' },
    undoSeconds: String(undoSeconds),
    notify,
    retentionDays: String(retentionDays),
  };
}
