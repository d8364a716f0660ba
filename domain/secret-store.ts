import { z } from './schema.ts';

/** Where the companion keeps a password: the system's keyring, an encrypted file, or its memory until the browser is closed. */
export const secretStoreSchema = z.enum(['keyring', 'file', 'session']);
export type SecretStoreName = z.infer<typeof secretStoreSchema>;

/**
 * Why this computer's keyring cannot be used; the `detail` of the failure `keyring-unavailable`.
 * `silent`: it did not answer in time, mostly because its question for the password was left open.
 */
export type KeyringTrouble =
  | 'no-module'
  | 'no-bus'
  | 'no-service'
  | 'no-collection'
  | 'locked'
  | 'silent'
  | 'no-keyring';
