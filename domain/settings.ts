import { normaliseRule } from './policy.ts';
import { type Profile, profileSchema } from './profile.ts';
import { z } from './schema.ts';
import { secretStoreSchema } from './secret-store.ts';

const ruleSchema = z.string().check(
  z.maxLength(320),
  z.refine((rule) => normaliseRule(rule) !== undefined),
);

/** Version of the stored shape. Raise it together with a row in `settings-migrations`. */
export const settingsVersion = 1;

/** Everything the options page keeps, in the browser's storage. No secrets in here. What is stored is read by `healSettings`. */
export const settingsSchema = z.strictObject({
  version: z.literal(settingsVersion),
  /** Accounts; the first is used when a page has none of its own. */
  profiles: z.array(profileSchema).check(z.maxLength(100)),
  /** Disabled addresses: `a@b.test`, `*@b.test`, `*.b.test`. */
  disabled: z.array(ruleSchema).check(z.maxLength(100_000)),
  /** Several recipients: hidden from each other (`blind`) or shown to each other (`visible`). */
  severalRecipients: z.enum(['blind', 'visible']),
  /** Where its user wants passwords kept; the keyring when nobody chose. */
  passwordStore: z.optional(secretStoreSchema),
});

export type Settings = z.infer<typeof settingsSchema>;

export const emptySettings: Settings = { version: 1, profiles: [], disabled: [], severalRecipients: 'blind' };

/** The account that sends when nothing else was chosen. */
export function activeProfile(settings: Settings): Profile | undefined {
  return settings.profiles[0];
}
