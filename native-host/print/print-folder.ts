import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import { markOf } from '../process-mark.ts';

const name = 'print';

/** An empty 0700 folder for one browser's throw-away profile; its name says whose it is. */
export function makePrintFolder(): string {
  return mkdtempSync(join(dataFolder(name), `${process.pid}-`));
}

export function removePrintFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Folders whose companion is gone: killed, or the computer was switched off. */
export function dropAbandonedPrintFolders(): void {
  const root = join(dataFolder(), name);
  if (!existsSync(root)) return;
  for (const folder of readdirSync(root)) {
    const pid = Number.parseInt(folder, 10);
    if (!markOf(pid)) removePrintFolder(join(root, folder));
  }
}
