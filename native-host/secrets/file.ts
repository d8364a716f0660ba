import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { secretKey } from '../../domain/profile.ts';
import { dataFolder } from '../data-folder.ts';
import { temporaryName } from '../temporary-file.ts';
import { writeDurably, writeFlushed } from '../write-durably.ts';
import { ownerFile } from './owner-file.ts';
import type { SecretOwner, SecretStore } from './secret-store.ts';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/**
 * Passwords as AES-256-GCM files of their own, the key beside them; all 0600 in a 0700 folder. This keeps them out of backups
 * and synced folders that take one without the other; it does not protect from programs that run as the same user.
 * The owner is part of what is authenticated: a file copied to another owner's name does not open.
 */
export const fileStore: SecretStore = {
  name: 'file',

  async save(owner, secret) {
    const isSame = (await fileStore.read(owner)) === secret;
    writeDurably(ownerFile(owner), encrypt(owner, secret));
    return isSame;
  },

  async read(owner) {
    return existsSync(ownerFile(owner)) ? decrypt(owner, readFileSync(ownerFile(owner))) : undefined;
  },

  async drop(owner) {
    rmSync(ownerFile(owner), { force: true });
  },
};

function encrypt(owner: SecretOwner, secret: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key(), iv).setAAD(Buffer.from(secretKey(owner)));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Undefined when it does not open: a damaged file, or another key. Then the password has to be typed again. */
function decrypt(owner: SecretOwner, bytes: Buffer): string | undefined {
  const iv = bytes.subarray(0, ivLength);
  const tag = bytes.subarray(ivLength, ivLength + tagLength);
  try {
    const decipher = createDecipheriv(algorithm, key(), iv, { authTagLength: tagLength });
    decipher.setAAD(Buffer.from(secretKey(owner))).setAuthTag(tag);
    return decipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

function key(): Buffer {
  const path = join(dataFolder('secrets'), 'key');
  if (!existsSync(path)) createKey(path);
  return readFileSync(path);
}

/** By a link, which fails where a key is already: two browsers starting at once must end up with one key. */
function createKey(path: string): void {
  const fresh = temporaryName(path);
  writeFlushed(fresh, randomBytes(32));
  try {
    linkSync(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh);
  }
}
