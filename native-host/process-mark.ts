import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export type ProcessMark = { pid: number; started: string };

/** Mark of a process that is running now, else undefined. `started` is empty where the system does not tell it. */
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

const known = new Map<number, string>();

/** Our own is asked for once: a question costs a process, on Windows a third of a second. */
function startedElsewhere(pid: number): string {
  const isOurs = pid === process.pid;
  const started = (isOurs && known.get(pid)) || ask(pid);
  if (isOurs) known.set(pid, started);
  return started;
}

function ask(pid: number): string {
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  const [program, args]: [string, string[]] =
    process.platform === 'win32'
      ? [
          'powershell.exe',
          ['-NoProfile', '-NonInteractive', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`],
        ]
      : ['ps', ['-o', 'lstart=', '-p', String(pid)]];
  try {
    return execFileSync(program, args, { encoding: 'utf8', windowsHide: true }).trim();
  } catch {
    return ''; // not told: then the number alone has to do
  }
}
