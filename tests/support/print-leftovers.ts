import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What printing has left in this data folder: folders of throw-away profiles, and processes that use one. */
export function printLeftovers(dataDir: string): string[] {
  const root = join(dataDir, 'print');
  const folders = existsSync(root) ? readdirSync(root) : [];
  const processes = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(`${root}/`));
  return [...folders, ...processes.map((pid) => `process ${pid}`)];
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return ''; // it has just ended
  }
}
