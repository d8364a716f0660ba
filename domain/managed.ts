import { addressSchema } from './mailbox.ts';
import { portOf } from './ports.ts';
import { hostSchema, type Profile, pinSchema, portSchema, serverSchema } from './profile.ts';
import { z } from './schema.ts';
import { type Settings, settingsSchema } from './settings.ts';

const { disabled, severalRecipients, alwaysBcc } = settingsSchema.shape;

/** What an organisation sets for its people. Every field may be missing: then it is theirs. */
export const managedSchema = z.strictObject({
  server: z.optional(
    z.strictObject({
      host: z.optional(hostSchema),
      port: z.optional(portSchema),
      security: z.optional(serverSchema.shape.security),
      pin: z.optional(pinSchema),
    }),
  ),
  /** The only addresses a mail may come from; the first one when somebody chose another. */
  senders: z.optional(z.array(addressSchema).check(z.minLength(1), z.maxLength(100))),
  /** Disabled addresses on top of people's own. */
  disabled: z.optional(disabled),
  /** Get a blind copy of every mail, on top of people's own. */
  alwaysBcc: z.optional(alwaysBcc),
  severalRecipients: z.optional(severalRecipients),
});

export type Managed = z.infer<typeof managedSchema>;

/** Stands in the stored settings where the organisation's server is: what is managed is never stored (RFC 2606: no such host). */
export const managedHost = 'set-by-your-organisation.invalid';

/** The settings as they hold: what is managed wins. */
export function withManaged(settings: Settings, managed: Managed): Settings {
  const { severalRecipients: several = settings.severalRecipients } = managed;
  return {
    ...settings,
    severalRecipients: several,
    profiles: settings.profiles.map((profile) => managedProfile(profile, managed)),
    disabled: union(settings.disabled, managed.disabled),
    alwaysBcc: union(settings.alwaysBcc, managed.alwaysBcc),
  };
}

function managedProfile(profile: Profile, { server = {}, senders = [] }: Managed): Profile {
  const { pin: own, ...rest } = profile.server;
  // For the organisation's server its word alone says which certificate is right.
  const pin = server.host === undefined && server.pin === undefined ? own : server.pin;
  const { address } = profile.sender;
  return {
    ...profile,
    server: { ...rest, ...server, ...(pin && { pin }) },
    sender: { ...profile.sender, address: senders.includes(address) ? address : (senders[0] ?? address) },
  };
}

/**
 * What is to be stored of settings that were read with `withManaged` and changed since: people's own part.
 * @param before what is stored now
 */
export function withoutManaged(after: Settings, before: Settings, managed: Managed): Settings {
  return {
    ...after,
    severalRecipients: managed.severalRecipients ? before.severalRecipients : after.severalRecipients,
    profiles: after.profiles.map((profile) => {
      const own = before.profiles.find(({ id }) => id === profile.id);
      return ownProfile(profile, own, managed);
    }),
    disabled: withoutTheirs(after.disabled, before.disabled, managed.disabled),
    alwaysBcc: withoutTheirs(after.alwaysBcc, before.alwaysBcc, managed.alwaysBcc),
  };
}

function ownProfile(profile: Profile, own: Profile | undefined, managed: Managed): Profile {
  const { server = {}, senders } = managed;
  const placeholder = { host: managedHost, port: portOf.ssl, security: 'ssl' as const, pin: undefined };
  const stored = own?.server ?? placeholder;
  const isManaged = (name: 'host' | 'port' | 'security' | 'pin') =>
    server[name] !== undefined || (name === 'pin' && server.host !== undefined);
  const { pin: typed, ...rest } = profile.server;
  const pin = isManaged('pin') ? stored.pin : typed;
  const address = senders?.length === 1 ? (own?.sender.address ?? profile.email) : profile.sender.address;
  return {
    ...profile,
    sender: { ...profile.sender, address },
    server: {
      ...rest,
      ...(isManaged('host') && { host: stored.host }),
      ...(isManaged('port') && { port: stored.port }),
      ...(isManaged('security') && { security: stored.security }),
      ...(pin && { pin }),
    },
  };
}

function union(own: string[], theirs: string[] = []): string[] {
  return theirs.length === 0 ? own : [...new Set([...own, ...theirs])];
}

function withoutTheirs(after: string[], before: string[], theirs: string[] = []): string[] {
  return after.filter((entry) => !theirs.includes(entry) || before.includes(entry));
}
