import type { AddressValue } from '../../../components/take-recipients.ts';
import { portOf, type Security } from '../../../domain/ports.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import { activeProfile, type Settings } from '../../../domain/settings.ts';
import type { TrustedCertificate } from './trusted-certificate.ts';

/** The settings as they stand in the fields: as typed, right or wrong. */
export type FormValues = {
  host: string;
  port: string;
  security: Security;
  authentication: boolean;
  email: string;
  /** Only what is typed now; a saved password never comes back. */
  password: string;
  passwordStore: SecretStoreName;
  trusted: TrustedCertificate | null;
  otherLogin: boolean;
  login: string;
  sender: string;
  senderName: string;
  replyTo: AddressValue;
  disabled: string[];
  /** A rule that is typed but not added yet. */
  newRule: string;
  blind: boolean;
};

export function formValues(settings: Settings): FormValues {
  const { disabled, severalRecipients, passwordStore = 'keyring' } = settings;
  const profile = activeProfile(settings);
  const rest = { disabled, newRule: '', blind: severalRecipients === 'blind', password: '', passwordStore };
  if (!profile) return { ...rest, ...blankAccount };
  const { server, email, sender, replyTo } = profile;
  const otherLogin = server.authentication === 'password' && server.login !== email;
  return {
    ...rest,
    host: server.host,
    port: String(server.port),
    security: server.security,
    authentication: server.authentication === 'password',
    email,
    trusted: server.pin ? { ...server.pin, host: server.host, port: String(server.port) } : null,
    otherLogin,
    login: otherLogin ? server.login : '',
    sender: sender.address === email ? '' : sender.address,
    senderName: sender.name,
    replyTo: { mailboxes: replyTo.map((address) => ({ name: '', address })), text: '' },
  };
}

const blankAccount = {
  host: '',
  port: String(portOf.ssl),
  security: 'ssl',
  authentication: true,
  email: '',
  trusted: null,
  otherLogin: false,
  login: '',
  sender: '',
  senderName: '',
  replyTo: { mailboxes: [], text: '' },
} satisfies Partial<FormValues>;
