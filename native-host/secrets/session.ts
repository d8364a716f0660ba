import { secretKey } from '../../domain/profile.ts';
import type { SecretStore } from './secret-store.ts';

const held = new Map<string, string>();

/** Passwords in the memory of this process, for people who want them on no disk. They are gone when it ends. */
export const sessionStore: SecretStore = {
  name: 'session',
  async save(owner, secret) {
    const isSame = heldSecret(owner) === secret;
    held.set(secretKey(owner), secret);
    return isSame;
  },
  async read(owner) {
    return heldSecret(owner);
  },
  async drop(owner) {
    held.delete(secretKey(owner));
  },
};

/** The same without waiting: what the companion hands to its courier together with a mail. The courier keeps none itself. */
export function heldSecret(owner: Parameters<SecretStore['read']>[0]): string | undefined {
  return held.get(secretKey(owner));
}
