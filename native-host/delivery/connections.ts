import type { Server } from '../../domain/profile.ts';
import { type Connection, openConnection } from './connection.ts';
import { type Login, serverOptions, withSystemAuthorities } from './server-options.ts';

/** ms an open connection waits for another mail; servers give up after five minutes at the earliest. */
const idleFor = 45_000;

/** Whose mails may ride on one connection. */
export type Account = {
  server: Server;
  login: Login | undefined;
  /** What we call ourselves in EHLO: the domain of the sender. */
  name: string;
};

export type Lease = {
  connection: Connection;
  /** It was opened for an earlier mail, so it may have died since. */
  isUsed: boolean;
  /** Keeps it for the next mail. */
  giveBack(): void;
};

export type Connections = {
  /** Opens one for a mail whose bytes are still on their way, unless one is open, opening or busy with the mail before. */
  prepare(account: Account): void;
  /** `fresh`: whatever is open is not trusted. */
  lease(account: Account, fresh?: boolean): Promise<Lease>;
  /** The server is vouched for by an authority that only this computer knows. */
  trustSystem(account: Account): void;
};

type Idle = { opening: Promise<Connection>; timer: ReturnType<typeof setTimeout> };

/** The connections a courier keeps open, by account: fifty mails in a row are one login. */
export function createConnections(): Connections {
  const idle = new Map<string, Idle[]>();
  /** The last one each account's mails rode on, waiting or not. */
  const latest = new Map<string, Connection>();
  const systemTrusted = new Set<string>();

  const optionsFor = ({ server, login, name }: Account) => {
    const options = { ...serverOptions(server, login), name };
    return systemTrusted.has(server.host) && !server.pin ? withSystemAuthorities(options) : options;
  };
  const keep = (key: string, opening: Promise<Connection>) => {
    const timer = setTimeout(() => drop(key, entry), idleFor);
    const entry: Idle = { opening, timer };
    idle.set(key, [...(idle.get(key) ?? []), entry]);
  };
  const remove = (key: string, entry: Idle) => {
    clearTimeout(entry.timer);
    idle.set(
      key,
      (idle.get(key) ?? []).filter((each) => each !== entry),
    );
  };
  const drop = (key: string, entry: Idle) => {
    remove(key, entry);
    void entry.opening.then((connection) => connection.quit());
  };

  /** One that failed while it was prepared is given out, too: the mail learns the reason without a second login. */
  const take = async (key: string): Promise<Connection | undefined> => {
    for (let entry = idle.get(key)?.at(-1); entry; entry = idle.get(key)?.at(-1)) {
      remove(key, entry);
      const connection = await entry.opening;
      if (connection.isOpen() || (await hasFailed(connection))) return connection;
    }
    return undefined;
  };

  return {
    prepare(account) {
      const key = keyOf(account);
      if (!idle.get(key)?.length && !latest.get(key)?.isOpen()) keep(key, openConnection(optionsFor(account)));
    },
    async lease(account, fresh = false) {
      const key = keyOf(account);
      const known = fresh ? undefined : await take(key);
      const connection = known ?? (await openConnection(optionsFor(account)));
      latest.set(key, connection);
      const giveBack = () => keep(key, Promise.resolve(connection));
      return { connection, isUsed: known !== undefined, giveBack };
    },
    trustSystem: ({ server }) => void systemTrusted.add(server.host),
  };
}

function keyOf({ server, login, name }: Account): string {
  return JSON.stringify([server, login, name]);
}

function hasFailed({ ready }: Connection): Promise<boolean> {
  return ready.then(
    () => false,
    () => true,
  );
}
