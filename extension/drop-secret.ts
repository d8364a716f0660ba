import { secretKey } from '../domain/profile.ts';
import type { Native } from '../protocol/native.ts';
import type { RequestOf } from '../protocol/rpc.ts';
import type { Companion } from './companion/client.ts';
import { settingsItem } from './storage/settings.ts';

type Request = RequestOf<Native['dropSecret']>;

/** Takes a password away, unless an account as it is stored now still uses it: another window may have saved one meanwhile. */
export function dropSecret(companion: Companion): (request: Request) => Promise<Record<string, never>> {
  return async ({ owner }) => {
    const { profiles } = await settingsItem.read();
    const isUsed = profiles.some(
      ({ server }) => server.authentication === 'password' && secretKey(server) === secretKey(owner),
    );
    if (!isUsed) await companion.call('dropSecret', { owner });
    return {};
  };
}
