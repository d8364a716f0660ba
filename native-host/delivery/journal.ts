import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, outcomeSchema } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { dataFolder } from '../data-folder.ts';
import { log } from '../log.ts';
import { writeDurably } from '../write-durably.ts';

const keptFor = 30 * 24 * 3_600_000;
const extension = '.json';

/**
 * The single record of what became of every mail: one file each, replaced as a whole and flushed before anything is done
 * that it speaks of. Only the holder of a mail's lock writes it. A file that cannot be read is no record.
 */
export const journal = {
  folder: () => dataFolder('journal'),

  read(id: string): Outcome | undefined {
    const text = readIfThere(pathOf(id));
    const outcome = text === undefined ? undefined : z.safeParse(outcomeSchema, parseJson(text));
    return outcome?.success ? outcome.data : undefined;
  },

  /** @throws the file system's error when the state cannot be recorded: then it must not be acted upon */
  write(outcome: Outcome): Outcome {
    writeDurably(pathOf(outcome.id), JSON.stringify(outcome));
    log('mail', { id: outcome.id, attempt: outcome.attempt, state: outcome.state, code: outcome.failure?.code });
    return outcome;
  },

  ids(): string[] {
    const names = readdirSync(journal.folder()).filter((name) => name.endsWith(extension));
    return names.map((name) => name.slice(0, -extension.length));
  },

  /** Drops entries of mails that were settled more than 30 days ago. */
  forgetOld(now: number): void {
    for (const id of journal.ids()) {
      const changed = statSync(pathOf(id), { throwIfNoEntry: false })?.mtimeMs ?? now;
      if (now - changed > keptFor) rmSync(pathOf(id), { force: true });
    }
  },
};

function pathOf(id: string): string {
  return join(journal.folder(), `${id}${extension}`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // torn by a power cut: the rename never was, or the disk lied
  }
}
