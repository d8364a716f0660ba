import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from '../../domain/schema.ts';
import { hostName } from '../../protocol/identity.ts';
import { browsers, families } from './browsers.ts';

/** Where to register: the current user's browsers, or for tests one Chromium profile or a Firefox that runs with another HOME. */
export type Place = {
  /** A Chromium `--user-data-dir`; such a profile reads no other folder. */
  userDataDir?: string | undefined;
  /** A HOME folder; Firefox finds its manifests below it, whatever the profile. */
  home?: string | undefined;
};

export const targetSchema = z.object({
  name: z.string(),
  family: z.enum(families),
  manifest: z.string(),
  /** Arguments of `install` that register it again. */
  install: z.array(z.string()),
});

/** One browser, or one profile, and its manifest file. */
export type Target = z.infer<typeof targetSchema>;

/** One manifest file per browser. */
export function targets({ userDataDir, home }: Place): Target[] {
  const profile = userDataDir ? [profileTarget(resolve(userDataDir))] : [];
  return userDataDir && !home ? profile : [...profile, ...homeTargets(home ? resolve(home) : undefined)];
}

function profileTarget(folder: string): Target {
  const manifest = join(folder, 'NativeMessagingHosts', `${hostName}.json`);
  return { name: 'Chromium profile', family: 'chromium', manifest, install: ['--user-data-dir', folder] };
}

function homeTargets(home: string | undefined): Target[] {
  return browsers.flatMap(({ name, family, folder }) => {
    const below = folder[process.platform];
    if (!below) return [];
    const manifest = join(home ?? homedir(), below, `${hostName}.json`);
    return [{ name, family, manifest, install: home ? ['--home', home] : [] }];
  });
}
