import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** ms. One is used for moments; whatever is this old was left by a killed process. */
const leftAfter = 3_600_000;

/**
 * Name beside a file for what is to take its place. By chance, not by the number of the process: numbers come again, and in containers
 * that share a folder two processes have the same one at once.
 */
export function temporaryName(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.tmp`;
}

/** Drops what killed processes left in a folder. */
export function dropTemporaryFiles(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.tmp'))) {
    const path = join(folder, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - changed > leftAfter) rmSync(path, { force: true });
  }
}
