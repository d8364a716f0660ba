import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { installCompanion } from './installed-companion.ts';
import { interleave } from './interleave.ts';
import { launchCompanion } from './launched-companion.ts';
import { memoryOf } from './memory-of.ts';
import { judge } from './result.ts';

/** ms: what an idle process does right after its start is over. */
const settled = 1000;

/** What lies in memory as long as a browser keeps its port open: contract and handlers loaded, journal watched, no mail yet. */
export const companionIdleRss: Bench = {
  names: ['companion-idle-rss'],
  async run() {
    const { program, remove } = installCompanion();
    const { ours, ...peers } = await interleave(7, { ours: () => idleCompanion(program), 'idle Node': idleNode });
    remove();
    return [judge({ name: 'companion-idle-rss', unit: 'MB', ours, peers, goal: 60, goalOf: 'ours' })];
  },
};

async function idleCompanion(program: string): Promise<number> {
  const companion = launchCompanion(program);
  await companion.hello();
  await companion.client.call('outcome', { ids: [] }); // answered only when everything is loaded
  await wait(settled);
  const memory = memoryOf(companion.pid, 'VmRSS');
  await companion.leave();
  return memory;
}

async function idleNode(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e9)'], { stdio: ['pipe', 'pipe', 'ignore'] });
  await wait(settled);
  const memory = memoryOf(child.pid ?? 0, 'VmRSS');
  child.kill();
  await once(child, 'exit');
  return memory;
}
