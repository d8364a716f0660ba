import { type Failure, toFailure } from '../../../domain/failure.ts';
import { mergeChanges } from '../../../domain/merge-changes.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import type { Settings } from '../../../domain/settings.ts';
import { dropUnusedSecrets } from '../../../extension/storage/drop-unused-secrets.ts';
import { settingsItem } from '../../../extension/storage/settings.ts';
import type { ProblemCode } from './field-problem.ts';
import type { SettingsChange } from './form-schema.ts';
import { settleSecrets } from './settle-secrets.ts';

export type SaveResult =
  | { kind: 'saved'; settings: Settings; store?: SecretStoreName }
  /** Nothing was saved: an account (by its id) needs a password first, or another place for it. */
  | { kind: 'password-needed'; field: 'password' | 'passwordStore'; account?: string | undefined; code: ProblemCode }
  /** The settings are saved, a password is not. */
  | { kind: 'password-not-saved'; settings: Settings; failure: Failure }
  /** Everything is saved, but the password of an account that is gone or changed could not be taken away. */
  | { kind: 'password-left'; settings: Settings; failure: Failure };

/**
 * Saves the passwords first, then the settings: so an account is never stored whose password got lost on the way unseen.
 * Only what the form changed is written; the rest stays as other windows wrote it meanwhile.
 * @param base what the form was filled with
 * @throws TabpostError `storage-damaged`, `storage-newer`
 */
export async function saveSettings(base: SettingsChange, change: SettingsChange): Promise<SaveResult> {
  const before = await settingsItem.read();
  const secret = await settleSecrets({ before, after: merged(base, change, before), passwords: change.passwords });
  if ('code' in secret) return { kind: 'password-needed', ...secret };
  const settings = await settingsItem.update((now) => merged(base, change, now));
  if ('failure' in secret) return { kind: 'password-not-saved', settings, failure: secret.failure };
  const left = await dropUnusedSecrets(before, settings).then(() => undefined, toFailure);
  return left ? { kind: 'password-left', settings, failure: left } : { kind: 'saved', settings, ...secret };
}

/** Server, port, security, login and pin belong together: half of one and half of another server is none. */
const units = ['server', 'sentCopy'];

function merged({ settings: base }: SettingsChange, { settings: mine }: SettingsChange, now: Settings): Settings {
  const { profiles, disabled, disabledNotes, severalRecipients, alwaysBcc, passwordStore } = now;
  const { autoStore, sidePanel, undoSeconds, notify, retentionDays } = now;
  const rest = { disabled, disabledNotes, severalRecipients, alwaysBcc, ...(passwordStore && { passwordStore }) };
  const theirs: typeof mine = { profiles, ...rest, autoStore, sidePanel, undoSeconds, notify, retentionDays };
  return { ...now, ...mergeChanges(base, mine, theirs, units) };
}
