import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Id of the browser that uses this profile. */
export function browserProcess(userDataDir: string): number {
  return Number(/-(\d+)$/.exec(readlinkSync(join(userDataDir, 'SingletonLock')))?.[1]);
}

/** Ids of the processes in which its extensions run. */
export function extensionProcesses(userDataDir: string): number[] {
  const browser = browserProcess(userDataDir);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids
    .map(Number)
    .filter((pid) => read(pid, 'cmdline').includes('--extension-process') && ancestors(pid).includes(browser));
}

function ancestors(pid: number): number[] {
  const parent = Number(/^PPid:\s*(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0);
  return parent > 1 ? [parent, ...ancestors(parent)] : [];
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}
