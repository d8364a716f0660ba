import type { Server } from '../../domain/profile.ts';
import { fileStore } from './file.ts';

export type SecretOwner = Pick<Server, 'host' | 'port' | 'login'>;

/** Keeps passwords, each bound to server, port and login. Only the courier reads one; none ever crosses the border. */
export type SecretStore = {
  name: 'keyring' | 'file';
  /** @throws TabpostError `secret-unwritable` */
  save(owner: SecretOwner, secret: string): Promise<void>;
  read(owner: SecretOwner): Promise<string | undefined>;
  drop(owner: SecretOwner): Promise<void>;
};

/** The best store this computer has. The first that is available wins. */
export async function openSecrets(): Promise<SecretStore> {
  return fileStore;
}
