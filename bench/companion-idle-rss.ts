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

/** What lies in memory as long as a browser keeps its port open: after the hello of a popup, and after a first request of the outbox. */
export const companionIdleRss: Bench = {
  names: ['companion-idle-rss', 'companion-idle-rss-after-request'],
  async run() {
    const { program, remove } = installCompanion();
    const { ours, asked, ...peers } = await interleave(7, {
      ours: () => idleCompanion(program, false),
      asked: () => idleCompanion(program, true),
      'idle Node': idleNode,
    });
    await remove();
    const row = { unit: 'MB', peers, goal: 60, goalOf: 'ours' } as const;
    return [
      judge({ ...row, name: 'companion-idle-rss', ours }),
      judge({ ...row, name: 'companion-idle-rss-after-request', ours: asked }),
    ];
  },
};

async function idleCompanion(program: string, asked: boolean): Promise<number> {
  const companion = launchCompanion(program);
  await companion.hello();
  if (asked) await companion.client.call('outcome', { ids: [] }); // loads contract and handlers, watches the journal
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
