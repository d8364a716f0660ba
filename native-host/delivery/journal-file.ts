import { closeSync, fdatasyncSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryName } from '../temporary-file.ts';
import { flushFolder, writeDurably } from '../write-durably.ts';

const header = 'tabpost journal 2';
const block = 4096;
/** Ends a record; JSON never holds one. */
const tab = '\t';

type How = {
  /** Waits for the disk. */
  flush: boolean;
  /** The file's entry in its folder has been flushed before. */
  anchored: boolean;
};

/**
 * A file of lines, the last of which counts, with blanks behind it: a new line takes the place of blanks, so neither the file's size nor its
 * blocks change and a flush is one write to the disk. Replacing the file costs three, and waits for other programs' files, too (measured: 0.3 against 1.1 ms
 * at best, 0.8 against 5 beside others). An older Tabpost, which reads what follows the last line end, can read it.
 */
export const journalFile = {
  read: readIfThere,

  /** The last record; undefined when there is none to be trusted: then the file was cut or never was one. */
  lastLine(bytes: Buffer): string | undefined {
    const text = bytes.toString('utf8');
    const last = text.slice(text.lastIndexOf('\n') + 1);
    if (!text.startsWith(header)) return last; // of a version before: nothing behind its last record
    const end = last.indexOf(tab);
    return isWhole(bytes) && end >= 0 ? last.slice(0, end) : undefined;
  },

  /** Adds a line to a file; without a file, or without room in it, makes a new one of this line. A reader sees the whole line or none of it. */
  add(path: string, line: string, { flush, anchored }: How): void {
    const bytes = readIfThere(path);
    const at = bytes && roomFor(bytes, line);
    if (at === undefined) return bytes || flush ? writeDurably(path, withRoom(line)) : create(path, line);
    const file = openSync(path, 'r+');
    try {
      writeSync(file, `${line}${tab}`, at + 1);
      writeSync(file, '\n', at); // last: before it the line is none
      if (flush) fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    if (flush && !anchored) flushFolder(dirname(path));
  },
};

function create(path: string, line: string): void {
  const fresh = temporaryName(path);
  writeFileSync(fresh, withRoom(line), { mode: 0o600 });
  renameSync(fresh, path);
}

/** Its last byte is a blank and it fills its blocks; a file that was cut at any byte does not. */
function isWhole(bytes: Buffer): boolean {
  return bytes.length % block === 0 && bytes.at(-1) === 0x20;
}

/** Room for the records of one try. */
function withRoom(line: string): Buffer {
  const text = Buffer.from(`${header}\n${line}${tab}`);
  const size = Math.ceil((text.length * 3 + 1000) / block) * block;
  return Buffer.concat([text, Buffer.alloc(size - text.length, ' ')]);
}

/** Where a line end belongs so that the line behind it leaves the last blank alone; undefined where it does not fit. */
function roomFor(bytes: Buffer, line: string): number | undefined {
  const isOurs = bytes.subarray(0, header.length).toString() === header && isWhole(bytes);
  const at = bytes.indexOf(tab, bytes.lastIndexOf('\n')) + 1;
  const fits = at + 1 + Buffer.byteLength(line) + tab.length < bytes.length;
  return isOurs && at > 0 && fits ? at : undefined;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
