import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import { keyringFile } from '../secrets/keyring-file.ts';
import { temporaryName } from '../temporary-file.ts';
import { writeDurably } from '../write-durably.ts';

/** What changes which code Node loads, whom it trusts or through whom it connects. A browser passes its environment on. */
const cleared = [
  ...['NODE_OPTIONS', 'NODE_PATH', 'NODE_EXTRA_CA_CERTS', 'NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_USE_ENV_PROXY'],
  ...['NODE_DEBUG', 'NODE_V8_COVERAGE', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'SSLKEYLOGFILE', 'OPENSSL_CONF'],
  ...['LD_PRELOAD', 'LD_LIBRARY_PATH', 'DYLD_INSERT_LIBRARIES'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'],
];

export type Launcher = { program: string; bundle: string };

/** Where `install` puts the program the browsers start, and the bundle it runs. */
export function launcherPaths(): Launcher {
  const folder = dataFolder('bin');
  return { program: join(folder, 'tabpost-host'), bundle: join(folder, 'tabpost.cjs') };
}

/**
 * Copies the bundle into the data folder and writes the program that starts it with exactly this Node and this data folder:
 * programs started from a desktop have another PATH than a terminal.
 */
export function writeLauncher(bundle: string): Launcher {
  const paths = launcherPaths();
  if (bundle !== paths.bundle) copyFileSync(bundle, paths.bundle);
  chmodSync(paths.bundle, 0o600);
  copyKeyringModule(dirname(bundle), dirname(paths.bundle));
  writeDurably(paths.program, script(paths.bundle));
  chmodSync(paths.program, 0o700);
  return paths;
}

/** By a rename: a companion that runs has the old file mapped into its memory, and writing into that would kill it. */
function copyKeyringModule(from: string, to: string): void {
  const source = join(from, keyringFile);
  if (from === to || !existsSync(source)) return;
  const fresh = temporaryName(join(to, keyringFile));
  copyFileSync(source, fresh);
  chmodSync(fresh, 0o600);
  renameSync(fresh, join(to, keyringFile));
}

export function removeLauncher(): void {
  rmSync(dataFolder('bin'), { recursive: true });
}

function script(bundle: string): string {
  return `#!/bin/sh
# Made by "tabpost install"; "tabpost uninstall" removes it.
umask 077
unset ${cleared.join(' ')}
export TABPOST_DATA_DIR=${quoted(dataFolder())}
exec ${quoted(process.execPath)} ${quoted(bundle)} "$@"
`;
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
