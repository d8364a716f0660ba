import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import type { AsyncEntry } from '@napi-rs/keyring';
import { secretKey } from '../../domain/profile.ts';
import { writeDurably } from '../write-durably.ts';
import { keyringModule } from './keyring-module.ts';
import { keyringUnavailable, troubleOf } from './keyring-trouble.ts';
import { ownerFile } from './owner-file.ts';
import type { SecretOwner, SecretStore } from './secret-store.ts';

const service = 'tabpost';
/** ms a locked keyring may ask its user; shorter than the deadlines of `saveSecret` and `hasSecret`. */
const patience = { save: 25_000, read: 12_000 };

/**
 * The system's keyring. An empty file says that it holds a password for this owner: so the keyring is not woken, and asks nobody to unlock it,
 * for an owner it does not know, and "locked" can be told from "never saved".
 */
export const keyringStore: SecretStore = {
  name: 'keyring',

  async save(owner, secret) {
    const isSame = await inKeyring(patience.save, async (signal) => {
      await prove(signal);
      const kept = entry(secretKey(owner));
      const before = isInKeyring(owner) ? await kept.getPassword(signal) : undefined;
      await kept.setPassword(secret, signal);
      // Its user was told meanwhile that it was not kept, and may have put it elsewhere.
      if (signal.aborted && !isInKeyring(owner)) await kept.deletePassword();
      return before === secret;
    });
    writeDurably(markOf(owner), '');
    return isSame;
  },

  async read(owner) {
    if (!existsSync(markOf(owner))) return undefined;
    const secret = await inKeyring(patience.read, (signal) => entry(secretKey(owner)).getPassword(signal));
    return secret ?? undefined;
  },

  async drop(owner) {
    if (!existsSync(markOf(owner))) return;
    rmSync(markOf(owner), { force: true });
    await inKeyring(patience.read, (signal) => entry(secretKey(owner)).deletePassword(signal));
  },
};

/** Whether a password was put there, without waking the keyring. */
export function isInKeyring(owner: SecretOwner): boolean {
  return existsSync(markOf(owner));
}

/** A Secret Service without a collection reads as "none" and only fails at the first write (measured): so write before the real one. */
async function prove(signal: AbortSignal): Promise<void> {
  const proof = entry(`probe-${randomUUID()}`);
  const text = randomUUID();
  await proof.setPassword(text, signal);
  const read = await proof.getPassword(signal);
  await proof.deletePassword(signal);
  if (read !== text) throw keyringUnavailable('no-keyring');
}

/** Pinned: the module's own choice falls back without a word to the kernel's keyring, which forgets at reboot. */
function entry(user: string): AsyncEntry {
  const { AsyncEntry } = keyringModule();
  return new AsyncEntry(service, user, { linux: { store: 'secret-service' } });
}

async function inKeyring<Result>(ms: number, act: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const signal = AbortSignal.timeout(ms);
  // Aborting only cancels what has not begun: a call that hangs in the keyring is left behind.
  const expired = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(keyringUnavailable('silent')));
  });
  try {
    return await Promise.race([act(signal), expired]);
  } catch (error) {
    throw troubleOf(error);
  }
}

function markOf(owner: SecretOwner): string {
  return ownerFile(owner, '.keyring');
}
