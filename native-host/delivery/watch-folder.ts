import { watch } from 'node:fs';
import { log } from '../log.ts';

/**
 * Tells of changes in a folder, with the name of what changed, until the returned function is called. Where the system watches no more (its
 * watches are used up, a network drive) nothing is told: whoever must know looks by itself as well.
 */
export function watchFolder(folder: string, changed: (name: string | null) => void): () => void {
  try {
    const watcher = watch(folder, (_event, name) => changed(name));
    watcher.on('error', failed);
    watcher.unref();
    return () => watcher.close();
  } catch (error) {
    failed(error as NodeJS.ErrnoException);
    return () => {};
  }
}

function failed({ code }: NodeJS.ErrnoException): void {
  log('watch-failed', { code });
}
