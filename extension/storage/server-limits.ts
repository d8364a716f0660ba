import type { Server } from '../../domain/profile.ts';
import { z } from '../../domain/schema.ts';
import { type StoredItem, storedItem } from './stored-item.ts';

type Place = Pick<Server, 'host' | 'port'>;

/** Bytes of a message that servers said they take (SIZE, RFC 1870), by `host:port`, as they last said it. */
const limitsItem: StoredItem<Record<string, number>> = storedItem({
  area: 'local',
  key: 'server-limits',
  schema: z.record(z.string(), z.number()),
  fallback: {},
});

/** undefined when the server never named a limit. */
export async function serverLimit(server: Place): Promise<number | undefined> {
  return (await limitsItem.read())[keyOf(server)];
}

export async function rememberLimit(server: Place, bytes: number): Promise<void> {
  const key = keyOf(server);
  if ((await serverLimit(server)) !== bytes) await limitsItem.update((limits) => ({ ...limits, [key]: bytes }));
}

function keyOf({ host, port }: Place): string {
  return `${host}:${port}`;
}
