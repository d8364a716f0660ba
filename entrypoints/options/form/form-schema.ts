import { type Profile, profileSchema } from '../../../domain/profile.ts';
import { z } from '../../../domain/schema.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { FormValues } from './form-values.ts';
import { isBlankAccount } from './is-blank-account.ts';
import { loginOf } from './login-of.ts';
import { problems } from './problems.ts';
import { pinOf } from './trusted-certificate.ts';

/** What OK saves. */
export type SettingsChange = Pick<Settings, 'disabled' | 'severalRecipients'> & {
  passwordStore: SecretStoreName;
  /** Undefined when no account was entered. The id belongs to the account that is there already. */
  account: Omit<Profile, 'id'> | undefined;
  password: string;
};

/** Field values to settings; a wrong field's message is its ProblemCode. */
export const formSchema = z.pipe(
  z.custom<FormValues>(),
  z.transform((values: FormValues, context): SettingsChange => {
    for (const { field, code } of problems(values)) {
      context.issues.push({ code: 'custom', path: [field], message: code, input: values });
    }
    return context.issues.length > 0 ? z.NEVER : settingsChange(values);
  }),
);

function settingsChange(values: FormValues): SettingsChange {
  return {
    account: isBlankAccount(values) ? undefined : accountOf(values),
    disabled: values.disabled,
    severalRecipients: values.blind ? 'blind' : 'visible',
    password: values.authentication ? values.password : '',
    passwordStore: values.passwordStore,
  };
}

function accountOf(values: FormValues): Omit<Profile, 'id'> {
  const email = values.email.trim();
  const pin = pinOf(values);
  return z.parse(z.omit(profileSchema, { id: true }), {
    name: email.slice(0, 64),
    email,
    server: {
      host: values.host,
      port: Number(values.port),
      security: values.security,
      authentication: values.authentication ? 'password' : 'none',
      login: loginOf(values),
      ...(pin && { pin }),
    },
    sender: { name: values.senderName.trim(), address: values.sender.trim() || email },
    signature: '',
    fileNamePattern: '',
    replyTo: values.replyTo.mailboxes.map(({ address }) => address),
  });
}
