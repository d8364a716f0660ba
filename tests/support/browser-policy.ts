import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromiumId } from '../../protocol/identity.ts';

const file = '/etc/chromium/policies/managed/tabpost-test.json';

/**
 * Sets the policy of this extension for every Chromium that starts on this computer from now on.
 * @returns false where this user may not
 */
export function setBrowserPolicy(policy: object): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [chromiumId]: policy } } }));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

export function removeBrowserPolicy(): void {
  rmSync(file, { force: true });
}
