import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isFinal, type Outcome, outcomeSchema, rememberedFor } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { dataFolder } from '../data-folder.ts';
import { log } from '../log.ts';
import { flushFile, flushFolder } from '../write-durably.ts';
import { journalFile } from './journal-file.ts';
import { untilInFolder } from './until-in-folder.ts';

const extension = '.json';

/** An outcome and which mail it is of: the same id may come again with another text. */
const recordSchema = z.extend(outcomeSchema, {
  /** `mailHash` of it. */
  mail: z.optional(z.string()),
  /** An earlier try ended `unknown`, so this one's failure does not mean that nothing was delivered. Older journals lack it. */
  mayHaveArrived: z.optional(z.boolean()),
});
export type JournalRecord = z.infer<typeof recordSchema>;

/** Mails on their way whose file is known to survive a power cut. */
const anchored = new Set<string>();

/**
 * The single record of what became of every mail: one file each, of which the last line counts. What is acted upon so that nothing can
 * undo it is flushed before. Only the holder of a mail's lock writes it.
 */
export const journal = {
  folder: () => dataFolder('journal'),

  /** A file that cannot be read is no reason to believe that nothing was sent: it says `unknown`. */
  read(id: string): JournalRecord | undefined {
    const path = pathOf(id);
    const bytes = journalFile.read(path);
    if (bytes === undefined) return undefined;
    const record = z.safeParse(recordSchema, parseJson(journalFile.lastLine(bytes)));
    return record.success ? record.data : unreadable(id, path);
  },

  /** @throws the file system's error when the state cannot be recorded: then it must not be acted upon */
  write(record: JournalRecord): JournalRecord {
    const { id } = record;
    journalFile.add(pathOf(id), JSON.stringify(record), { flush: true, anchored: anchored.has(id) });
    anchor(record);
    return logged(record);
  },

  /**
   * Records a step that a power cut may take back, because nobody can be harmed by what was done since. It outlives its writer, but does not
   * wait for the disk.
   * @throws the file system's error
   */
  note(record: JournalRecord): JournalRecord {
    journalFile.add(pathOf(record.id), JSON.stringify(record), { flush: false, anchored: false });
    return logged(record);
  },

  /** Brings what was noted to the disk, while everything else goes on. */
  async flush(record: JournalRecord): Promise<void> {
    await flushFile(pathOf(record.id));
    if (!anchored.has(record.id)) flushFolder(journal.folder());
    anchor(record);
  },

  ids(): string[] {
    const names = readdirSync(journal.folder()).filter((name) => name.endsWith(extension));
    return names.map((name) => name.slice(0, -extension.length));
  },

  /** Waits for changes of any record until it is so, at the latest `ms`. */
  until(isSo: () => boolean, ms: number): Promise<void> {
    return untilInFolder(journal.folder(), isSo, ms);
  },

  /** Drops entries of mails that were settled long ago. */
  tidyUp(now: number): void {
    for (const id of journal.ids()) {
      const changed = statSync(pathOf(id), { throwIfNoEntry: false })?.mtimeMs ?? now;
      if (now - changed > rememberedFor) rmSync(pathOf(id), { force: true });
    }
  },
};

/**
 * The outcome as it is told. Nobody else needs to know the mail's hash, and of a mail that an earlier try may have delivered no failure
 * of a later one says that it was not.
 */
export function tellable({ mail: _mail, mayHaveArrived, ...outcome }: JournalRecord): Outcome {
  const isCertain = !mayHaveArrived || outcome.state === 'sent' || !isFinal(outcome.state);
  return isCertain ? outcome : { failure: { code: 'outcome-unknown' }, ...outcome, state: 'unknown' };
}

/** Whether a try of this mail may have delivered it without anybody knowing. */
export function isInDoubt({ state, mayHaveArrived = false }: JournalRecord): boolean {
  return state === 'unknown' || mayHaveArrived;
}

/** A mail that has its result gets no more records soon. */
function anchor({ id, state }: JournalRecord): void {
  if (isFinal(state)) anchored.delete(id);
  else anchored.add(id);
}

function logged(record: JournalRecord): JournalRecord {
  log('mail', { id: record.id, attempt: record.attempt, state: record.state, code: record.failure?.code });
  return record;
}

function pathOf(id: string): string {
  return join(journal.folder(), `${id}${extension}`);
}

function parseJson(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // torn: the disk lied about what it had flushed
  }
}

function unreadable(id: string, path: string): JournalRecord {
  const at = statSync(path, { throwIfNoEntry: false })?.mtime ?? new Date();
  const failure = { code: 'outcome-unknown', detail: 'journal' } as const;
  return { id, state: 'unknown', attempt: 0, at: at.toISOString(), failure };
}
