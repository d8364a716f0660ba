import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import { isAlive, markOf } from '../process-mark.ts';

const name = 'print';

/** `PID-START-…`: a number alone may be another process's by now. Older folders have no START. */
const folderName = /^(\d+)-(?:(\w*)-)?/;

/** An empty 0700 folder for one browser's throw-away profile; its name says whose it is. */
export function makePrintFolder(): string {
  const started = markOf(process.pid)?.started ?? '';
  return mkdtempSync(join(dataFolder(name), `${process.pid}-${started}-`));
}

export function removePrintFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Folders whose companion is gone: killed, or the computer was switched off. */
export function dropAbandonedPrintFolders(): void {
  const root = join(dataFolder(), name);
  if (!existsSync(root)) return;
  for (const folder of readdirSync(root)) {
    const [, pid, started = ''] = folderName.exec(folder) ?? [];
    if (!isAlive({ pid: Number(pid), started })) removePrintFolder(join(root, folder));
  }
}
