import { type Failure, toFailure } from '../../../domain/failure.ts';
import { type Profile, type Server, secretKey } from '../../../domain/profile.ts';
import { activeProfile, type Settings } from '../../../domain/settings.ts';
import { background } from '../../../extension/background-port.ts';
import { settingsItem } from '../../../extension/storage/settings.ts';
import type { SettingsChange } from './form-schema.ts';
import type { ProblemCode } from './problems.ts';

export type SaveResult =
  | { kind: 'saved'; settings: Settings; store?: 'keyring' | 'file' }
  /** Nothing was saved: the account needs a password first. */
  | { kind: 'password-needed'; code: ProblemCode }
  /** The settings are saved, the password is not. */
  | { kind: 'password-not-saved'; settings: Settings; failure: Failure };

type SecretResult = { store?: 'keyring' | 'file' } | { code: ProblemCode } | { failure: Failure };

/**
 * Saves the password first, then the settings: so an account is never stored whose password got lost on the way unseen.
 * @throws TabpostError `storage-damaged`, `storage-newer`
 */
export async function saveSettings(change: SettingsChange): Promise<SaveResult> {
  const before = activeProfile(await settingsItem.read());
  const secret = await settleSecret(change, before?.server);
  if ('code' in secret) return { kind: 'password-needed', code: secret.code };
  const settings = await settingsItem.update((now) => changed(now, change));
  if ('failure' in secret) return { kind: 'password-not-saved', settings, failure: secret.failure };
  return { kind: 'saved', settings, ...secret };
}

async function settleSecret({ account, password }: SettingsChange, before?: Server): Promise<SecretResult> {
  if (account?.server.authentication !== 'password') return {};
  const { host, port, login } = account.server;
  const owner = { host, port, login };
  const isNew = before === undefined || secretKey(before) !== secretKey(owner);
  try {
    if (password) return await background.call('saveSecret', { owner, secret: password });
    const { saved } = await background.call('hasSecret', { owner });
    if (saved) return {};
    return { code: before && isNew ? 'password-changed' : 'password-first' };
  } catch (error) {
    // The old account's password is where it was; only for a new one it matters that nobody could be asked.
    return password || isNew ? { failure: toFailure(error) } : {};
  }
}

function changed(now: Settings, { account, disabled, severalRecipients }: SettingsChange): Settings {
  return { ...now, disabled, severalRecipients, profiles: profilesWith(now.profiles, account) };
}

function profilesWith([first, ...others]: Profile[], account: SettingsChange['account']): Profile[] {
  if (!account) return others;
  const pin = samePlace(first?.server, account.server) ? first?.server.pin : undefined;
  const server = { ...account.server, ...(pin && { pin }) };
  return [{ ...account, server, id: first?.id ?? crypto.randomUUID() }, ...others];
}

function samePlace(a: Server | undefined, b: Server): boolean {
  return a?.host === b.host && a.port === b.port;
}
