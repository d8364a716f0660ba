import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rememberedFor } from '../../domain/outcome.ts';
import { dataFolder } from '../data-folder.ts';
import { writeDurably } from '../write-durably.ts';
import { watchFolder } from './watch-folder.ts';

/**
 * Mails their sender wants back: a file each, so that whichever companion or courier has the mail sees it. It is looked for
 * in the moment before the last byte may leave; who looks there decides.
 */
export const recall = {
  /** @throws the file system's error */
  ask(id: string, attempt?: number): void {
    writeDurably(pathOf(id), attempt === undefined ? '' : String(attempt));
  },

  /** This try is one of those that are wanted back. A wish that names none is about what was there when it was made. */
  isAskedFor(id: string, attempt: number): boolean {
    return recall.isAsked(id) && attempt <= Number(readFileSync(pathOf(id), 'utf8'));
  },

  isAsked(id: string): boolean {
    return existsSync(pathOf(id));
  },

  forget(id: string): void {
    rmSync(pathOf(id), { force: true });
  },

  /** Calls back at every change, until the returned function is called. Only breaks a slow server off sooner: the look before the last byte decides. */
  watch(changed: () => void): () => void {
    return watchFolder(dataFolder('recalled'), changed);
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
