import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/demo/workplace.ts';

export const extension = join(root, '.output/chrome-mv3');
export const bundle = join(root, 'dist/companion/tabpost.cjs');

const shared = ['package.json', 'domain/**/*.ts', 'protocol/**/*.ts'];
const products = [
  {
    made: join(extension, 'manifest.json'),
    from: [...shared, 'wxt.config.ts', '{extension,components,entrypoints,locales,public}/**/*.*'],
    command: ['wxt', 'build', '--level', 'warn'],
  },
  {
    made: bundle,
    from: [...shared, 'scripts/build-companion.ts', 'native-host/**/*.ts'],
    command: ['node', 'scripts/build-companion.ts'],
  },
];

/** Builds extension and companion unless they are younger than everything they are made of. */
export function ensureFreshBuild(): void {
  for (const { made, from, command } of products) {
    if (existsSync(made) && statSync(made).mtimeMs > youngest(from)) continue;
    const [tool = '', ...args] = command;
    const { status } = spawnSync(tool, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) throw new Error(`${command.join(' ')} failed`);
  }
}

function youngest(patterns: string[]): number {
  return Math.max(...globSync(patterns, { cwd: root }).map((path) => statSync(join(root, path)).mtimeMs));
}
