import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { hostName } from '../../protocol/identity.ts';
import { browsers, type Family } from './browsers.ts';

/** Where to register: the current user's browsers, or for tests one Chromium profile or a Firefox that runs with another HOME. */
export type Place = {
  /** A Chromium `--user-data-dir`; such a profile reads no other folder. */
  userDataDir?: string | undefined;
  /** A HOME folder; Firefox finds its manifests below it, whatever the profile. */
  home?: string | undefined;
};

export type Target = { name: string; family: Family; manifest: string };

/** One manifest file per browser. */
export function targets({ userDataDir, home }: Place): Target[] {
  const found: Target[] = [];
  if (userDataDir)
    found.push(target('Chromium profile', 'chromium', join(resolve(userDataDir), 'NativeMessagingHosts')));
  if (userDataDir && !home) return found;
  for (const { name, family, folder } of browsers) {
    const below = folder[process.platform];
    if (below) found.push(target(name, family, join(home ? resolve(home) : homedir(), below)));
  }
  return found;
}

function target(name: string, family: Family, folder: string): Target {
  return { name, family, manifest: join(folder, `${hostName}.json`) };
}
