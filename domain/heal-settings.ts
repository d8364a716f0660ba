import { TabpostError } from './failure.ts';
import { healFields } from './heal-fields.ts';
import { healProfile } from './heal-profile.ts';
import type { Profile } from './profile.ts';
import { z } from './schema.ts';
import { emptySettings, type Settings, settingsSchema } from './settings.ts';
import { migrate } from './settings-migrations.ts';

export type HealedSettings = {
  settings: Settings;
  /** Fields that could not be read and stand at their defaults now, as paths: `profiles.0.server.port`. */
  damaged: string[];
};

/**
 * Reads what is stored. A damaged field falls back to its default by itself, is named, and leaves the others as they are.
 * The disabled list never shrinks unseen: with an unreadable rule nothing is read until a person gives it up.
 * @param giveUp true: a person saw that; the rules that can be read stay
 * @throws TabpostError `storage-newer`, `storage-damaged`
 */
export function healSettings(stored: unknown, giveUp = false): HealedSettings {
  const raw = giveUp ? migrateOrEmpty(stored) : migrate(stored);
  const damaged: string[] = [];
  const profiles = healProfiles(raw.profiles, damaged);
  const disabled = healRules(raw.disabled, damaged);
  if (damaged.includes('disabled') && !giveUp) throw new TabpostError('storage-damaged', { detail: 'disabled' });
  const rest = healFields(settingsSchema.shape, { ...raw, profiles, disabled }, emptySettings);
  damaged.push(...rest.damaged);
  return { settings: rest.value as Settings, damaged };
}

function healProfiles(raw: unknown, damaged: string[]): Profile[] {
  if (Array.isArray(raw)) {
    const healed = raw.map((profile: unknown, index) => healProfile(profile, `profiles.${index}`));
    damaged.push(...healed.flatMap((one) => one.damaged));
    return healed.flatMap(({ profile }) => profile ?? []);
  }
  damaged.push('profiles');
  return [];
}

function healRules(raw: unknown, damaged: string[]): string[] {
  const { disabled } = settingsSchema.shape;
  const whole = z.safeParse(disabled, raw);
  if (whole.success) return whole.data;
  damaged.push('disabled');
  return Array.isArray(raw) ? raw.filter((rule) => z.safeParse(disabled, [rule]).success) : [];
}

/** Where even that cannot be read, everything is at its default; what was stored is kept beside it. */
function migrateOrEmpty(stored: unknown): Record<string, unknown> {
  try {
    return migrate(stored);
  } catch (error) {
    if (error instanceof TabpostError && error.code === 'storage-damaged') return { ...emptySettings };
    throw error;
  }
}
