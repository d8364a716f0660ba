import type { CopyServer } from '../../domain/copy-server.ts';
import { TabpostError } from '../../domain/failure.ts';
import type { SecretStoreName } from '../../domain/secret-store.ts';
import { log } from '../log.ts';
import { copyServers } from './copy-servers.ts';
import { fileStore } from './file.ts';
import { isInKeyring, keyringStore } from './keyring.ts';
import type { SecretOwner, SecretStore } from './secret-store.ts';
import { sessionStore } from './session.ts';

/** In the order in which they are asked: the cheap ones first. A password lies in one of them only. */
const stores: SecretStore[] = [sessionStore, fileStore, keyringStore];

/** In which store, and at which IMAP server it may be used besides. */
type Use = { store: SecretStoreName; copyServer?: CopyServer | undefined };

/**
 * Keeps a password in the store its user chose, and in no other: an old one elsewhere must not come back to life.
 * @throws TabpostError `keyring-unavailable`: nothing was kept, and nothing is put elsewhere unasked; `secret-unwritable`
 */
export async function saveSecret(owner: SecretOwner, secret: string, use: Use): Promise<void> {
  await keep(owner, secret, use).catch(asUnwritable);
  for (const store of stores) if (store.name !== use.store) await store.drop(owner).catch(logLeft);
}

/** What was confirmed for the same password stays: it has seen it, and another browser may file its copies there. */
async function keep(owner: SecretOwner, secret: string, { store: name, copyServer }: Use): Promise<void> {
  const isSame = await stores.find((store) => store.name === name)?.save(owner, secret);
  if (!isSame) copyServers.forget(owner);
  if (copyServer) copyServers.confirm(owner, copyServer);
}

function asUnwritable(cause: unknown): never {
  if (cause instanceof TabpostError) throw cause;
  const { code } = cause as NodeJS.ErrnoException;
  throw new TabpostError('secret-unwritable', { ...(code && { detail: code }), cause });
}

/** @throws TabpostError `keyring-unavailable` */
export async function readSecret(owner: SecretOwner): Promise<string | undefined> {
  for (const store of stores) {
    const secret = await store.read(owner);
    if (secret !== undefined) return secret;
  }
  return undefined;
}

/** The store that has a password for this owner. A keyring that cannot be asked now is believed to have what was put there. */
export async function whereSaved(owner: SecretOwner): Promise<SecretStoreName | undefined> {
  for (const store of stores) {
    const has = await store.read(owner).then(
      (secret) => secret !== undefined,
      () => store === keyringStore && isInKeyring(owner),
    );
    if (has) return store.name;
  }
  return undefined;
}

/** @throws TabpostError `keyring-unavailable`: what lies there could not be taken out, but Tabpost no longer uses it */
export async function dropSecret(owner: SecretOwner): Promise<void> {
  copyServers.forget(owner);
  for (const store of stores) await store.drop(owner);
}

function logLeft(error: unknown): void {
  if (!(error instanceof TabpostError)) throw error;
  log('secret-left', { code: error.code, detail: error.detail });
}
