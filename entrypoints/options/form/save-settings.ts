import { type Failure, TabpostError, toFailure } from '../../../domain/failure.ts';
import { type Profile, type Server, secretKey } from '../../../domain/profile.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import { activeProfile, type Settings } from '../../../domain/settings.ts';
import { background } from '../../../extension/background-port.ts';
import { settingsItem } from '../../../extension/storage/settings.ts';
import type { SettingsChange } from './form-schema.ts';
import { keyringProblem } from './keyring-problem.ts';
import type { ProblemCode } from './problems.ts';

export type SaveResult =
  | { kind: 'saved'; settings: Settings; store?: SecretStoreName }
  /** Nothing was saved: the account needs a password first, or another place for it. */
  | { kind: 'password-needed'; field: 'password' | 'passwordStore'; code: ProblemCode }
  /** The settings are saved, the password is not. */
  | { kind: 'password-not-saved'; settings: Settings; failure: Failure };

type Refusal = { field: 'password' | 'passwordStore'; code: ProblemCode };
type SecretResult = { store?: SecretStoreName } | Refusal | { failure: Failure };

/**
 * Saves the password first, then the settings: so an account is never stored whose password got lost on the way unseen.
 * @throws TabpostError `storage-damaged`, `storage-newer`
 */
export async function saveSettings(change: SettingsChange): Promise<SaveResult> {
  const secret = await settleSecret(change, await settingsItem.read());
  if ('code' in secret) return { kind: 'password-needed', ...secret };
  const settings = await settingsItem.update((now) => changed(now, change));
  if ('failure' in secret) return { kind: 'password-not-saved', settings, failure: secret.failure };
  return { kind: 'saved', settings, ...secret };
}

async function settleSecret(change: SettingsChange, before: Settings): Promise<SecretResult> {
  const { account, password, passwordStore: store } = change;
  if (account?.server.authentication !== 'password') return {};
  const { host, port, login } = account.server;
  const owner = { host, port, login };
  const known = activeProfile(before)?.server;
  const isNew = known === undefined || secretKey(known) !== secretKey(owner);
  try {
    if (password) return await background.call('saveSecret', { owner, secret: password, store });
    const { store: present } = await background.call('hasSecret', { owner });
    return present ? whenMoving(present, store, before) : whenMissing(store, known, isNew);
  } catch (error) {
    if (error instanceof TabpostError && error.code === 'keyring-unavailable')
      return { field: 'passwordStore', code: keyringProblem(error.detail) };
    // The old account's password is where it was; only for a new one it matters that nobody could be asked.
    return password || isNew ? { failure: toFailure(error) } : {};
  }
}

/** The companion gives no password back, so another place needs it typed again. */
function whenMoving(present: SecretStoreName, wanted: SecretStoreName, before: Settings): SecretResult {
  const isMoved = wanted !== (before.passwordStore ?? 'keyring') && wanted !== present;
  return isMoved ? { field: 'password', code: 'password-moves' } : {};
}

/** A password for the session alone is gone at its end; that must not keep anybody from changing other settings. */
function whenMissing(store: SecretStoreName, known: Server | undefined, isNew: boolean): SecretResult {
  if (store === 'session' && !isNew) return {};
  return { field: 'password', code: known && isNew ? 'password-changed' : 'password-first' };
}

function changed(now: Settings, { account, disabled, severalRecipients, passwordStore }: SettingsChange): Settings {
  return { ...now, disabled, severalRecipients, passwordStore, profiles: profilesWith(now.profiles, account) };
}

function profilesWith([first, ...others]: Profile[], account: SettingsChange['account']): Profile[] {
  if (!account) return others;
  return [{ ...account, id: first?.id ?? crypto.randomUUID() }, ...others];
}
