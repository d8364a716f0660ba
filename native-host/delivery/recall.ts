import { existsSync, readdirSync, rmSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { rememberedFor } from '../../domain/outcome.ts';
import { dataFolder } from '../data-folder.ts';
import { writeDurably } from '../write-durably.ts';

/**
 * Mails their sender wants back: an empty file each, so that whichever companion or courier has the mail sees it. It is looked for
 * in the moment before the last byte may leave; who looks there decides.
 */
export const recall = {
  /** @throws the file system's error */
  ask(id: string): void {
    writeDurably(pathOf(id), '');
  },

  isAsked(id: string): boolean {
    return existsSync(pathOf(id));
  },

  forget(id: string): void {
    rmSync(pathOf(id), { force: true });
  },

  /** Calls back at every change, until the returned function is called. */
  watch(changed: () => void): () => void {
    const watcher = watch(dataFolder('recalled'), changed);
    watcher.unref();
    return () => watcher.close();
  },

  /** Drops wishes about mails that never came: by now they cannot come any more. */
  tidyUp(now: number): void {
    for (const name of readdirSync(dataFolder('recalled'))) {
      const asked = statSync(pathOf(name), { throwIfNoEntry: false })?.mtimeMs ?? now;
      if (now - asked > rememberedFor) recall.forget(name);
    }
  },
};

function pathOf(id: string): string {
  return join(dataFolder('recalled'), id);
}
