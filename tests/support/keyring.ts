import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type SessionBus = {
  address: string;
  /** Starts a real gnome-keyring on this bus, its keyring opened with this password (made at the first time). */
  openKeyring(password: string): void;
  /** What another program, secret-tool, reads as this user's item; undefined when there is none. */
  lookUp(username: string): string | undefined;
  /** Ends bus and keyring; the folder with the keyring's files stays until `remove`. */
  close(): Promise<void>;
};

/** A HOME of its own for keyrings that are made, closed and opened again. */
export function keyringHome(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-keyring-'));
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * A session bus of its own, as a desktop has one.
 * @param services false: a bus on which no program can be started, as on a server without a desktop
 */
export async function startSessionBus(home: string, services = true): Promise<SessionBus> {
  const config = services ? ['--session'] : [`--config-file=${bareConfig(home)}`];
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), DISPLAY: '', WAYLAND_DISPLAY: '' };
  const bus = spawn('dbus-daemon', [...config, '--nofork', '--print-address=1'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = (await once(createInterface(bus.stdout), 'line')) as [string];
  const options = { env: { ...env, DBUS_SESSION_BUS_ADDRESS: address }, encoding: 'utf8' } as const;
  return {
    address,
    openKeyring(password) {
      const daemon = ['--unlock', '--components=secrets', '--daemonize'];
      const { status } = spawnSync('gnome-keyring-daemon', daemon, { ...options, input: `${password}\n` });
      if (status !== 0) throw new Error(`gnome-keyring-daemon ended with ${status}`);
    },
    lookUp(username) {
      const words = ['lookup', 'service', 'tabpost', 'username', username];
      const { stdout, status } = spawnSync('secret-tool', words, options);
      return status === 0 ? stdout : undefined;
    },
    async close() {
      const ended = once(bus, 'exit');
      bus.kill();
      await ended;
    },
  };
}

function bareConfig(home: string): string {
  const path = join(home, 'bare.conf');
  const policy =
    '<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>';
  writeFileSync(path, `<busconfig><type>session</type><listen>unix:tmpdir=${home}</listen>${policy}</busconfig>`);
  return path;
}
