import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { loadExtension } from './load-extension.ts';
import type { Office } from './office.ts';
import { stopWorker } from './stop-worker.ts';

/** Stops the extension's worker as the browser does when it needs the memory. Its companion goes with it, which proves it. */
export async function killWorker(office: Office): Promise<void> {
  const companions = companionPids(office, 'front');
  await stopWorker(office.browser.context);
  await ended(companions);
}

/** Loads the extension once more over the running one, as an update does. */
export async function reloadExtension(office: Office): Promise<void> {
  const companions = companionPids(office, 'front');
  await loadExtension(office.browser.context);
  await ended(companions);
}

async function ended(pids: number[]): Promise<void> {
  if (pids.length === 0) throw new Error('no companion runs');
  await expect.poll(() => pids.filter((pid) => readProc(pid, 'cmdline') !== '')).toEqual([]);
}

/** Ends the browser with this signal and waits until it is gone. */
export async function endBrowser({ browser, userDataDir }: Office, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const pid = Number(/-(\d+)$/.exec(readlinkSync(join(userDataDir, 'SingletonLock')))?.[1]);
  const closed = new Promise((resolve) => browser.context.once('close', resolve));
  process.kill(pid, signal);
  await closed;
}

/** Processes of this office's companion: the one the browser started, or its courier. */
export function companionPids({ dataDir }: Office, role: 'front' | 'courier'): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const [command, environment] = [readProc(pid, 'cmdline'), readProc(pid, 'environ')];
      const isOurs = command.includes('tabpost.cjs') && environment.includes(`TABPOST_DATA_DIR=${dataDir}\0`);
      return isOurs && command.split('\0').includes('courier') === (role === 'courier');
    });
}

/** Sends this signal to them; there must be one at least. */
export function signal(pids: number[], name: NodeJS.Signals): void {
  if (pids.length === 0) throw new Error('no such process runs');
  for (const pid of pids) process.kill(pid, name);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has just ended, or is somebody else's
  }
}
