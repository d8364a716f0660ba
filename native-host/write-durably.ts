import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Replaces a file so that after a crash either the old or the whole new content is there. Readable by its user only. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${process.pid}.tmp`;
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

/** Waits until the bytes of a file that was written before are on the disk. */
export async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** `flushFolder` that lets everything else go on meanwhile. */
export async function flushFolderSoon(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
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
