import { z } from '../../../domain/schema.ts';
import type { Settings } from '../../../domain/settings.ts';
import { accountOf } from './account-of.ts';
import type { FormValues } from './form-values.ts';
import { isBlankAccount } from './is-blank-account.ts';
import { problems } from './problems.ts';

/** The settings that stand in the form; whatever else is stored stays as it is. */
type FormSettings = Pick<
  Settings,
  | 'profiles'
  | 'disabled'
  | 'disabledNotes'
  | 'severalRecipients'
  | 'alwaysBcc'
  | 'autoStore'
  | 'sidePanel'
  | 'passwordStore'
  | 'undoSeconds'
  | 'notify'
  | 'retentionDays'
>;

/** What OK saves. */
export type SettingsChange = {
  settings: FormSettings;
  /** The passwords typed, by the id of their account. */
  passwords: Record<string, string>;
};

/** Field values to settings; a wrong field's message is its ProblemCode. */
export const formSchema = z.pipe(
  z.custom<FormValues>(),
  z.transform((values: FormValues, context): SettingsChange => {
    for (const { field, code, account } of problems(values)) {
      const path = account === undefined ? [field] : ['accounts', account, field];
      context.issues.push({ code: 'custom', path, message: code, input: values });
    }
    return context.issues.length > 0 ? z.NEVER : settingsChange(values);
  }),
);

/** The same for values that are known to be right. */
export function settingsChange(values: FormValues): SettingsChange {
  const accounts = values.accounts.filter((account) => !isBlankAccount(account));
  const saved = accounts.map((account) => ({ profile: accountOf(account), typed: account.password }));
  return {
    settings: {
      profiles: saved.map(({ profile }) => profile),
      disabled: values.disabled,
      disabledNotes: notesOf(values),
      severalRecipients: values.blind ? 'blind' : values.otherwise,
      alwaysBcc: values.alwaysBcc.mailboxes.map(({ address }) => address),
      sidePanel: values.sidePanel,
      autoStore: values.autoStore,
      passwordStore: values.passwordStore,
      undoSeconds: Number(values.undoSeconds),
      notify: values.notify,
      retentionDays: Number(values.retentionDays),
    },
    passwords: Object.fromEntries(
      saved.flatMap(({ profile, typed }) =>
        typed && profile.server.authentication === 'password' ? [[profile.id, typed]] : [],
      ),
    ),
  };
}

/** A note goes with its rule. */
function notesOf({ disabled, disabledNotes }: FormValues): Record<string, string> {
  const rules = new Set(disabled);
  return Object.fromEntries(Object.entries(disabledNotes).filter(([rule, note]) => rules.has(rule) && note.trim()));
}
