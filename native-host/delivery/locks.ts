import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import { isAlive, markOf, type ProcessMark } from '../process-mark.ts';
import { temporaryName } from '../temporary-file.ts';
import { untilInFolder } from './until-in-folder.ts';

/** ms in which a lock that is still empty is taken to be just being written. */
const timeToWrite = 5000;

/** One process at a time acts on a mail: the companion while it takes it over, then the courier. Others only read. */
export const locks = {
  /** True when the mail is now ours: nobody held it, or its holder has died. */
  acquire(id: string): boolean {
    return create(id) || (bury(id) && create(id));
  },

  /** Passes our lock on to the courier. @throws Error when that process is gone already */
  give(id: string, pid: number): void {
    const mark = markOf(pid);
    if (!mark) throw new Error('the courier ended at once');
    const fresh = temporaryName(pathOf(id));
    write(fresh, mark, 'w');
    renameSync(fresh, pathOf(id));
  },

  isMine(id: string): boolean {
    const mark = holder(id);
    return mark?.pid === process.pid && isAlive(mark); // an earlier process may have had our number
  },

  /** Held by a process that is still running. */
  isHeld(id: string): boolean {
    return !isAbandoned(id);
  },

  isTaken(id: string): boolean {
    return existsSync(pathOf(id));
  },

  /** Waits for changes of any lock until it is so, at the latest `ms`. */
  until(isSo: () => boolean, ms: number): Promise<void> {
    return untilInFolder(dataFolder('locks'), isSo, ms);
  },

  release(id: string): void {
    rmSync(pathOf(id), { force: true });
  },
};

function pathOf(id: string): string {
  return join(dataFolder('locks'), id);
}

function create(id: string): boolean {
  const mine = markOf(process.pid);
  if (!mine) throw new Error('no mark of this process');
  return write(pathOf(id), mine, 'wx');
}

function write(path: string, mark: ProcessMark, flag: 'w' | 'wx'): boolean {
  try {
    const file = openSync(path, flag, 0o600);
    writeSync(file, `${mark.pid} ${mark.started}`);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holder(id: string): ProcessMark | undefined {
  return markIn(pathOf(id));
}

function markIn(path: string): ProcessMark | undefined {
  try {
    const [, pid, started] = /^(\d+) (.*)$/.exec(readFileSync(path, 'utf8')) ?? [];
    return pid === undefined || started === undefined ? undefined : { pid: Number(pid), started };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** True without a lock, and with one whose holder died. */
function isAbandoned(id: string): boolean {
  const mark = holder(id);
  if (mark) return !isAlive(mark);
  const made = statSync(pathOf(id), { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined || Date.now() - made > timeToWrite;
}

/** Moves a dead holder's lock away. Of several that try, the rename lets one through; it looks again at what it moved. */
function bury(id: string): boolean {
  if (!isAbandoned(id)) return false;
  const grave = temporaryName(pathOf(id));
  try {
    renameSync(pathOf(id), grave);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
  const mark = markIn(grave);
  const livesAfterAll = mark !== undefined && isAlive(mark);
  if (livesAfterAll) linkSync(grave, pathOf(id));
  rmSync(grave, { force: true });
  return !livesAfterAll;
}
