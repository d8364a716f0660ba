import { normaliseRule } from './policy.ts';
import { type Profile, profileSchema } from './profile.ts';
import { z } from './schema.ts';

const ruleSchema = z.string().check(
  z.maxLength(320),
  z.refine((rule) => normaliseRule(rule) !== undefined),
);

/**
 * Everything the options page keeps, in the browser's storage. No secrets in here.
 * A damaged field falls back to its default by itself and leaves the others as they are.
 */
export const settingsSchema = z.object({
  version: z.literal(1),
  /** Accounts; the first is used when a page has none of its own. */
  profiles: z.catch(z.array(profileSchema), []),
  /** Disabled addresses: `a@b.test`, `*@b.test`, `*.b.test`. A damaged list is an error, never an empty list. */
  disabled: z.array(ruleSchema),
  /** Several recipients: hidden from each other (`blind`) or shown to each other (`visible`). */
  severalRecipients: z.catch(z.enum(['blind', 'visible']), 'blind'),
});

export type Settings = z.infer<typeof settingsSchema>;

export const emptySettings: Settings = { version: 1, profiles: [], disabled: [], severalRecipients: 'blind' };

/** The account that sends when nothing else was chosen. */
export function activeProfile(settings: Settings): Profile | undefined {
  return settings.profiles[0];
}
