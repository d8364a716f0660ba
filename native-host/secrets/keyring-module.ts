import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AsyncEntry } from '@napi-rs/keyring';
import { keyringFile } from './keyring-file.ts';
import { keyringUnavailable } from './keyring-trouble.ts';

type KeyringModule = { AsyncEntry: typeof AsyncEntry };

let loaded: KeyringModule | undefined;

/**
 * The native part that talks to Secret Service, Keychain or Credential Manager. Read at its first use: no start waits for it, and
 * a companion without it starts as well.
 * @throws TabpostError `keyring-unavailable`, detail `no-module`
 */
export function keyringModule(): KeyringModule {
  loaded ??= load(join(dirname(__filename), keyringFile));
  return loaded;
}

function load(path: string): KeyringModule {
  if (!existsSync(path)) throw keyringUnavailable('no-module');
  const module = { exports: {} as KeyringModule };
  try {
    process.dlopen(module, path); // a `require` of ours would be resolved when the bundle is made
  } catch (cause) {
    throw keyringUnavailable('no-module', cause); // made for another system, or a library it needs is missing
  }
  return module.exports;
}
