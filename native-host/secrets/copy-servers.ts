import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { CopyServer } from '../../domain/copy-server.ts';
import { writeDurably } from '../write-durably.ts';
import { ownerFile } from './owner-file.ts';
import type { SecretOwner } from './secret-store.ts';

/**
 * The IMAP servers a password may be shown to, because they stood in the form when somebody typed it: else a changed setting could send it
 * anywhere. They lie in a file beside the secrets, wherever the password itself is. The owner's own host has it anyway.
 */
export const copyServers = {
  isConfirmed(owner: SecretOwner, server: CopyServer): boolean {
    return server.host === owner.host || confirmed(owner).includes(lineOf(server));
  },

  /** @throws the file system's error */
  confirm(owner: SecretOwner, server: CopyServer): void {
    if (copyServers.isConfirmed(owner, server)) return;
    writeDurably(pathOf(owner), [...confirmed(owner), lineOf(server)].join('\n'));
  },

  forget(owner: SecretOwner): void {
    rmSync(pathOf(owner), { force: true });
  },
};

function confirmed(owner: SecretOwner): string[] {
  return existsSync(pathOf(owner)) ? readFileSync(pathOf(owner), 'utf8').split('\n') : [];
}

function lineOf({ host, port }: CopyServer): string {
  return `${host}:${port}`;
}

function pathOf(owner: SecretOwner): string {
  return ownerFile(owner, '.imap');
}
