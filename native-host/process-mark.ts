import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export type ProcessMark = { pid: number; started: string };

/** Mark of a process that is running now, else undefined. `started` is empty where the system does not tell it (Windows). */
export function markOf(pid: number): ProcessMark | undefined {
  if (!isRunning(pid)) return undefined;
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isAlive({ pid, started }: ProcessMark): boolean {
  return markOf(pid)?.started === started;
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

function startedElsewhere(pid: number): string {
  if (process.platform === 'win32') return '';
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
}
