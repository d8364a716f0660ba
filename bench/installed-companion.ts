import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerCompanion } from '../native-host/install/register-companion.ts';
import { endCompanions } from '../tests/support/end-companions.ts';
import { bundle } from './fresh-build.ts';

export type InstalledCompanion = {
  /** The program a browser starts. */
  program: string;
  /** For files of the bench itself. */
  folder: string;
  /** Ends what it started, and leaves nothing behind. */
  remove(): Promise<void>;
};

/** The companion as `tabpost install` leaves it, in a temporary folder. */
export function installCompanion(): InstalledCompanion {
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-bench-'));
  const dataDir = join(folder, 'data');
  const { program } = registerCompanion({ userDataDir: join(folder, 'profile'), dataDir, bundle });
  return {
    program,
    folder,
    async remove() {
      await endCompanions(dataDir);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
