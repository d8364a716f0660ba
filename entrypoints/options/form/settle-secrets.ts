import { copyServer } from '../../../domain/copy-server.ts';
import { type Failure, TabpostError, toFailure } from '../../../domain/failure.ts';
import { type Profile, secretKey } from '../../../domain/profile.ts';
import type { SecretStoreName } from '../../../domain/secret-store.ts';
import type { Settings } from '../../../domain/settings.ts';
import { background } from '../../../extension/background-port.ts';
import type { ProblemCode } from './field-problem.ts';
import { keyringProblem } from './keyring-problem.ts';

type SecretProblem =
  | { field: 'password'; account: string; code: ProblemCode }
  | { field: 'passwordStore'; account?: undefined; code: ProblemCode };

type Settled = { store?: SecretStoreName } | SecretProblem | { failure: Failure };

type Change = { before: Settings; after: Settings; passwords: Record<string, string> };

/**
 * Asks whether every account has a password, and only then keeps what was typed: a refused OK changes no password.
 * Stops at the first account that has none.
 */
export async function settleSecrets({ before, after, passwords }: Change): Promise<Settled> {
  let settled: Settled = {};
  const accounts = after.profiles.filter(({ server }) => server.authentication === 'password');
  const isTyped = ({ id }: Profile) => Boolean(passwords[id]);
  for (const account of [...accounts.filter((one) => !isTyped(one)), ...accounts.filter(isTyped)]) {
    const one = await settle(account, passwords[account.id], { before, after });
    if ('code' in one) return one;
    if ('failure' in one || !('failure' in settled)) settled = { ...settled, ...one };
  }
  return settled;
}

async function settle(
  account: Profile,
  typed: string | undefined,
  { before, after }: Pick<Change, 'before' | 'after'>,
): Promise<Settled> {
  const { host, port, login } = account.server;
  const owner = { host, port, login };
  const store = after.passwordStore ?? 'keyring';
  const earlier = before.profiles.find(({ id }) => id === account.id);
  const isNew = earlier === undefined || secretKey(earlier.server) !== secretKey(owner);
  const named = copyServer(account);
  const request = { owner, ...(named && { copyServer: named }) };
  try {
    if (typed) return await background.call('saveSecret', { ...request, secret: typed, store });
    const { store: present, confirmed } = await background.call('hasSecret', request);
    const code = present
      ? (whenMoving(present, store, before) ?? whenUnconfirmed(confirmed, account, earlier))
      : whenMissing(store, earlier !== undefined, isNew);
    return code ? { field: 'password', account: account.id, code } : {};
  } catch (error) {
    return refused(error, Boolean(typed) || isNew);
  }
}

/** @param isNeeded the password of a known account is where it was; only for a new one it matters that nobody could be asked */
function refused(error: unknown, isNeeded: boolean): Settled {
  if (error instanceof TabpostError && error.code === 'keyring-unavailable')
    return { field: 'passwordStore', code: keyringProblem(error.detail) };
  return isNeeded ? { failure: toFailure(error) } : {};
}

/** The companion gives no password back, so another place needs it typed again. */
function whenMoving(present: SecretStoreName, wanted: SecretStoreName, before: Settings): ProblemCode | undefined {
  return wanted !== (before.passwordStore ?? 'keyring') && wanted !== present ? 'password-moves' : undefined;
}

/** Only who names another IMAP server is held up: one that was there before is told beside the field, and by every copy. */
function whenUnconfirmed(
  confirmed: boolean | undefined,
  account: Profile,
  earlier: Profile | undefined,
): ProblemCode | undefined {
  const [now, before] = [copyServer(account), earlier && copyServer(earlier)];
  const isSame = now?.host === before?.host && now?.port === before?.port;
  return confirmed === false && !isSame ? 'password-copies' : undefined;
}

/** A password for the session alone is gone at its end; that must not keep anybody from changing other settings. */
function whenMissing(store: SecretStoreName, isKnown: boolean, isNew: boolean): ProblemCode | undefined {
  if (store === 'session' && !isNew) return undefined;
  return isKnown && isNew ? 'password-changed' : 'password-first';
}
