import type { Server } from '../../domain/profile.ts';
import { z } from '../../domain/schema.ts';
import { type StoredItem, storedItem } from './stored-item.ts';

type Place = Pick<Server, 'host' | 'port'>;

/** Bytes of a message that servers said they take (SIZE, RFC 1870), by `host:port`, as they last said it. */
export const serverLimits: StoredItem<Record<string, number>> = storedItem({
  area: 'local',
  key: 'server-limits',
  schema: z.record(z.string(), z.number()),
  fallback: {},
});

/** undefined when the server never named a limit. */
export function limitOf(limits: Record<string, number>, server: Place): number | undefined {
  return limits[keyOf(server)];
}

export async function rememberLimit(server: Place, bytes: number): Promise<void> {
  if (limitOf(await serverLimits.read(), server) === bytes) return;
  await serverLimits.update((limits) => ({ ...limits, [keyOf(server)]: bytes }));
}

function keyOf({ host, port }: Place): string {
  return `${host}:${port}`;
}
