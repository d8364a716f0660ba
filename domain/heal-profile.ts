import { healFields } from './heal-fields.ts';
import { addressSchema } from './mailbox.ts';
import { portOf } from './ports.ts';
import { type Profile, profileSchema, serverSchema } from './profile.ts';
import { z } from './schema.ts';

type Fields = Record<string, unknown>;

/**
 * A stored account whose damaged fields are at their defaults. Server and e-mail address have none: without one of them the account
 * is undefined. A default is never the weaker choice: security becomes SSL, a certificate's pin goes and with it the exception.
 */
export function healProfile(raw: unknown, path: string): { profile?: Profile; damaged: string[] } {
  const whole = z.safeParse(profileSchema, raw);
  if (whole.success) return { profile: whole.data, damaged: [] };
  const fields = fieldsOf(raw);
  const server = healServer(fieldsOf(fields.server), fields.email);
  const sender = healSender(fieldsOf(fields.sender), fields.email);
  const reply = healReplyTo(fields.replyTo);
  const healed = { ...fields, server: server.value, sender: sender.value, replyTo: reply.value };
  const rest = healFields(profileSchema.shape, healed, { id: path, name: '', signature: '', fileNamePattern: '' });
  const damaged = [
    ...server.damaged.map((name) => `server.${name}`),
    ...sender.damaged.map((name) => `sender.${name}`),
    ...reply.damaged,
    ...rest.damaged,
  ].map((name) => `${path}.${name}`);
  const profile = z.safeParse(profileSchema, rest.value);
  return profile.success ? { profile: profile.data, damaged } : { damaged: [...damaged, path] };
}

function healServer(raw: Fields, email: unknown) {
  const security = z.safeParse(serverSchema.shape.security, raw.security).data ?? 'ssl';
  return healFields(serverSchema.shape, raw, {
    security,
    port: portOf[security],
    authentication: 'password',
    login: email,
  });
}

function healSender(raw: Fields, email: unknown) {
  return healFields(profileSchema.shape.sender.shape, raw, { name: '', address: email });
}

function healReplyTo(raw: unknown): { value: unknown[]; damaged: string[] } {
  if (!Array.isArray(raw)) return { value: [], damaged: ['replyTo'] };
  const value = raw.filter((address) => z.safeParse(addressSchema, address).success).slice(0, 10);
  return { value, damaged: value.length < raw.length ? ['replyTo'] : [] };
}

function fieldsOf(raw: unknown): Fields {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
}
