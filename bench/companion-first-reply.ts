import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { installCompanion } from './installed-companion.ts';
import { interleave } from './interleave.ts';
import { launchCompanion } from './launched-companion.ts';
import { judge } from './result.ts';

/**
 * From the start of the installed program to its first answer: shell launcher, Node, bundle with its warm compile cache,
 * `hello` there and back. Against start and end of the same Node with an empty script, without a launcher.
 */
export const companionFirstReply: Bench = {
  names: ['companion-first-reply'],
  async run() {
    const { program, folder, remove } = installCompanion();
    const script = join(folder, 'empty.cjs');
    writeFileSync(script, '');
    const { ours, ...peers } = await interleave(31, {
      ours: () => firstReply(program),
      'empty Node': () => emptyNode(script),
    });
    await remove();
    return [judge({ name: 'companion-first-reply', unit: 'ms', ours, peers, goal: 1.3, goalOf: 'ratio' })];
  },
};

async function firstReply(program: string): Promise<number> {
  const start = performance.now();
  const companion = launchCompanion(program);
  await companion.hello();
  const took = performance.now() - start;
  await companion.leave(); // it goes on loading after its answer, and must not slow the next run
  return took;
}

async function emptyNode(script: string): Promise<number> {
  const start = performance.now();
  await once(spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'ignore'] }), 'exit');
  return performance.now() - start;
}
