import type { AddressValue } from '../../../components/take-recipients.ts';
import { managedHost } from '../../../domain/managed.ts';
import { portOf, type Security } from '../../../domain/ports.ts';
import type { Profile } from '../../../domain/profile.ts';
import type { TrustedCertificate } from './trusted-certificate.ts';

/** One account as it stands in the fields: as typed, right or wrong. */
export type AccountValues = {
  /** Of the stored account; empty for one that is not stored yet. */
  id: string;
  /** What people call it; empty = its e-mail address. */
  name: string;
  host: string;
  port: string;
  security: Security;
  authentication: boolean;
  email: string;
  /** Only what is typed now; a saved password never comes back. */
  password: string;
  trusted: TrustedCertificate | null;
  otherLogin: boolean;
  login: string;
  sender: string;
  senderName: string;
  replyTo: AddressValue;
  signature: string;
  fileNamePattern: string;
  sentCopy: boolean;
  sentCopyHost: string;
  sentCopyPort: string;
  sentCopySecurity: 'ssl' | 'tls';
  sentCopyFolder: string;
};

export const blankAccount: AccountValues = {
  id: '',
  name: '',
  host: '',
  port: String(portOf.ssl),
  security: 'ssl',
  authentication: true,
  email: '',
  password: '',
  trusted: null,
  otherLogin: false,
  login: '',
  sender: '',
  senderName: '',
  replyTo: { mailboxes: [], text: '' },
  signature: '',
  fileNamePattern: '',
  sentCopy: false,
  sentCopyHost: '',
  sentCopyPort: '993',
  sentCopySecurity: 'ssl',
  sentCopyFolder: '',
};

export function accountValues(profile: Profile): AccountValues {
  const { id, name, email, sender, replyTo, signature, fileNamePattern } = profile;
  return {
    ...blankAccount,
    ...serverValues(profile),
    ...sentCopyValues(profile),
    id,
    name: name === nameless(email) ? '' : name,
    email,
    sender: sender.address === email ? '' : sender.address,
    senderName: sender.name,
    replyTo: { mailboxes: replyTo.map((address) => ({ name: '', address })), text: '' },
    signature,
    fileNamePattern,
  };
}

/** The name of an account that nobody gave one. */
export function nameless(email: string): string {
  return email.slice(0, 64);
}

function serverValues({ server, email }: Profile) {
  const otherLogin = server.authentication === 'password' && server.login !== email;
  return {
    host: server.host === managedHost ? '' : server.host,
    port: String(server.port),
    security: server.security,
    authentication: server.authentication === 'password',
    trusted: server.pin ? { ...server.pin, host: server.host, port: String(server.port) } : null,
    otherLogin,
    login: otherLogin ? server.login : '',
  };
}

function sentCopyValues({ sentCopy }: Profile): Partial<AccountValues> {
  if (!sentCopy) return {};
  const { host, port, security, folder = '' } = sentCopy;
  return {
    sentCopy: true,
    sentCopyHost: host,
    sentCopyPort: String(port),
    sentCopySecurity: security,
    sentCopyFolder: folder,
  };
}
