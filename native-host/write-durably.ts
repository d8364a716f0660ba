import { closeSync, fdatasync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { temporaryName } from './temporary-file.ts';

/** Replaces a file so that after a crash either the old or the whole new content is there. Readable by its user only. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const fresh = temporaryName(path);
  writeFlushed(fresh, content);
  renameSync(fresh, path);
  flushFolder(dirname(path));
}

/** Writes and waits until the bytes are on the disk. */
export function writeFlushed(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const datasync = promisify(fdatasync);

/** Waits until the bytes of a file that was written before are on the disk. Only the waiting is left to another thread: each change of thread costs. */
export async function flushFile(path: string): Promise<void> {
  const file = openSync(path, 'r+');
  try {
    await datasync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a new or renamed entry of the folder survive a power cut. Windows has no such call. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
