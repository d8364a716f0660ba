import { addressSchema } from './mailbox.ts';
import { normaliseRule } from './policy.ts';
import { type Profile, profileSchema } from './profile.ts';
import { maxRuleNote } from './rule-list.ts';
import { z } from './schema.ts';
import { secretStoreSchema } from './secret-store.ts';

const ruleSchema = z.string().check(
  z.maxLength(320),
  z.refine((rule) => normaliseRule(rule) !== undefined),
);

export const maxRules = 100_000;
/** Addresses that get a blind copy of every mail. */
export const maxAlwaysBcc = 10;

/** Version of the stored shape. Raise it together with a row in `settings-migrations`. */
export const settingsVersion = 2;

/** Everything the options page keeps, in the browser's storage. No secrets in here. What is stored is read by `healSettings`. */
export const settingsSchema = z.strictObject({
  version: z.literal(settingsVersion),
  /** Accounts; the first is used when a page has none of its own. */
  profiles: z.array(profileSchema).check(z.maxLength(100)),
  /** Disabled addresses: `a@b.test`, `*@b.test`, `*.b.test`. */
  disabled: z.array(ruleSchema).check(z.maxLength(maxRules)),
  /** Why a rule stands in the list, by the rule. Apart from the rules: a damaged note must not stop a mail. */
  disabledNotes: z.record(ruleSchema, z.string().check(z.maxLength(maxRuleNote))),
  /** Several recipients: hidden from each other (`blind`), shown to each other (`visible`), or one mail for each (`each`). */
  severalRecipients: z.enum(['blind', 'visible', 'each']),
  /** Get a blind copy of every mail. */
  alwaysBcc: z.array(addressSchema).check(z.maxLength(maxAlwaysBcc)),
  /** Addresses the server accepted go into the address list. */
  autoStore: z.boolean(),
  /** Seconds in which a press of Send can be taken back. */
  undoSeconds: z.int().check(z.gte(0), z.lte(30)),
  /** Tell by a notification what became of a mail that waited. */
  notify: z.boolean(),
  /** Days for which finished mails are listed in the history. */
  retentionDays: z.int().check(z.gte(1), z.lte(3650)),
  /** The toolbar button opens the side panel (sidebar) instead of the popup. */
  sidePanel: z.boolean(),
  /** Where its user wants passwords kept; the keyring when nobody chose. */
  passwordStore: z.optional(secretStoreSchema),
});

export type Settings = z.infer<typeof settingsSchema>;

export const emptySettings: Settings = {
  version: settingsVersion,
  profiles: [],
  disabled: [],
  disabledNotes: {},
  severalRecipients: 'blind',
  alwaysBcc: [],
  autoStore: true,
  undoSeconds: 5,
  notify: true,
  retentionDays: 365,
  sidePanel: false,
};

/** The account with this id; the default one when none was chosen or it is gone. */
export function profileOf(settings: Settings, id: string | undefined): Profile | undefined {
  return settings.profiles.find((profile) => profile.id === id) ?? activeProfile(settings);
}

/** The account that sends when nothing else was chosen. */
export function activeProfile(settings: Settings): Profile | undefined {
  return settings.profiles[0];
}
