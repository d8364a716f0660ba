import type { Settings } from '../../domain/settings.ts';
import type { Registered } from '../../native-host/install/index.ts';
import { startCompanion } from '../../native-host/install/start-companion.ts';
import { protocolRange } from '../../protocol/limits.ts';

/** Hands the password of the first account to the companion, as the options page does. */
export async function savePassword(
  registered: Registered | undefined,
  { profiles: [profile] }: Settings,
  secret: string,
): Promise<void> {
  const target = registered?.manifests[0];
  if (!profile || !target || !registered || profile.server.authentication === 'none') return;
  const { client, stop } = startCompanion(target, registered.program);
  await client.call('hello', { protocol: [protocolRange.min, protocolRange.max], version: 'demo' });
  const { host, port, login } = profile.server;
  await client.call('saveSecret', { owner: { host, port, login }, secret, store: 'file' });
  stop();
}
