import { secretKey } from '../../domain/profile.ts';
import type { Settings } from '../../domain/settings.ts';
import { background } from '../background-port.ts';

/**
 * Takes away the passwords of accounts that are gone or changed. One that another account still uses stays.
 * @throws TabpostError of the companion, when it could not be asked
 */
export async function dropUnusedSecrets(before: Settings, after: Settings): Promise<void> {
  const used = new Set(ownersIn(after).map(secretKey));
  for (const owner of ownersIn(before)) if (!used.has(secretKey(owner))) await background.call('dropSecret', { owner });
}

function ownersIn({ profiles }: Settings) {
  return profiles.flatMap(({ server: { host, port, login, authentication } }) =>
    authentication === 'password' ? [{ host, port, login }] : [],
  );
}
