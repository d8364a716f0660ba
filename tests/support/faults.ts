import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { companionProcesses } from './companion-processes.ts';
import { loadExtension } from './load-extension.ts';
import type { Office } from './office.ts';
import { stopWorker } from './stop-worker.ts';

/** Stops the extension's worker as the browser does when it needs the memory. Its companion goes with it, which proves it. */
export async function killWorker(office: Office): Promise<void> {
  const { companions } = companionProcesses(office.dataDir);
  await stopWorker(office.browser.context);
  await ended(office, companions);
}

/** Loads the extension once more over the running one, as an update does. */
export async function reloadExtension(office: Office): Promise<void> {
  const { companions } = companionProcesses(office.dataDir);
  await loadExtension(office.browser.context);
  await ended(office, companions);
}

async function ended({ dataDir }: Office, pids: number[]): Promise<void> {
  if (pids.length === 0) throw new Error('no companion runs');
  await expect.poll(() => companionProcesses(dataDir).companions.filter((pid) => pids.includes(pid))).toEqual([]);
}

/** Ends the browser with this signal and waits until it is gone. */
export async function endBrowser({ browser, userDataDir }: Office, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const pid = Number(/-(\d+)$/.exec(readlinkSync(join(userDataDir, 'SingletonLock')))?.[1]);
  const closed = new Promise((resolve) => browser.context.once('close', resolve));
  process.kill(pid, signal);
  await closed;
}

/** Sends this signal to them; there must be one at least. */
export function signal(pids: number[], name: NodeJS.Signals): void {
  if (pids.length === 0) throw new Error('no such process runs');
  for (const pid of pids) process.kill(pid, name);
}
