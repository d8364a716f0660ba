import { readFileSync } from 'node:fs';
import { startTime } from './start-time.ts';

/** A process that cannot be mistaken for a later one with the same number. */
export type ProcessMark = { pid: number; started: string };

/** Mark of a process that is running now, else undefined. `started` holds letters, digits and `_` only; it is empty where the system does not tell it. */
export function markOf(pid: number): ProcessMark | undefined {
  if (!isRunning(pid)) return undefined;
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startTime(pid);
  return started === undefined ? undefined : { pid, started };
}

/** When either start is not told the number alone has to do: burying a living holder can send a mail twice, waiting for a dead one only delays it. */
export function isAlive({ pid, started }: ProcessMark): boolean {
  const now = markOf(pid);
  return now !== undefined && (now.started === '' || started === '' || now.started === started);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // running, but another user's
  }
}

/** Field 22 of proc(5) stat. A zombie (state Z) does nothing any more: containers often have nobody who reaps it. */
function startedOnLinux(pid: number): string | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return afterName[0] === 'Z' ? undefined : afterName[19];
  } catch {
    return undefined; // ended in the meantime
  }
}
