import { type Profile, profileSchema } from '../../../domain/profile.ts';
import { z } from '../../../domain/schema.ts';
import { type AccountValues, nameless } from './account-values.ts';
import { loginOf } from './login-of.ts';
import { pinOf } from './trusted-certificate.ts';

/** The account that right values mean; a new one gets its id here. */
export function accountOf(values: AccountValues): Profile {
  const email = values.email.trim();
  const sentCopy = sentCopyOf(values);
  return z.parse(profileSchema, {
    id: values.id || crypto.randomUUID(),
    name: values.name.trim() || nameless(email),
    email,
    server: serverOf(values),
    sender: { name: values.senderName.trim(), address: values.sender.trim() || email },
    replyTo: values.replyTo.mailboxes.map(({ address }) => address),
    signature: values.signature.trim(),
    fileNamePattern: values.fileNamePattern.trim(),
    ...(sentCopy && { sentCopy }),
  });
}

function serverOf(values: AccountValues) {
  const pin = pinOf(values);
  return {
    host: values.host,
    port: Number(values.port),
    security: values.security,
    authentication: values.authentication ? 'password' : 'none',
    login: loginOf(values),
    ...(pin && { pin }),
  };
}

function sentCopyOf(values: AccountValues) {
  if (!values.sentCopy) return undefined;
  const folder = values.sentCopyFolder.trim();
  return {
    host: values.sentCopyHost,
    port: Number(values.sentCopyPort),
    security: values.sentCopySecurity,
    ...(folder && { folder }),
  };
}
