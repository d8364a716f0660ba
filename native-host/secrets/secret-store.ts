import type { Server } from '../../domain/profile.ts';
import type { SecretStoreName } from '../../domain/secret-store.ts';

export type SecretOwner = Pick<Server, 'host' | 'port' | 'login'>;

/** Keeps passwords, each bound to server, port and login. Only the courier uses one; none ever crosses the border. */
export type SecretStore = {
  name: SecretStoreName;
  /**
   * @returns whether the same one was there before
   * @throws TabpostError `keyring-unavailable`; the file system's error
   */
  save(owner: SecretOwner, secret: string): Promise<boolean>;
  /** @throws TabpostError `keyring-unavailable`: there is one, but it cannot be had now */
  read(owner: SecretOwner): Promise<string | undefined>;
  /** @throws TabpostError `keyring-unavailable` */
  drop(owner: SecretOwner): Promise<void>;
};
