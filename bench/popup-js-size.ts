import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import type { Bench } from './bench.ts';
import { buildEmptyPopup } from './empty-popup.ts';
import { extension } from './fresh-build.ts';
import { judge } from './result.ts';

/** JavaScript that a popup loads before it can run, in KB (1000 bytes) as it lies on the disk; `import()` comes later and is left out. */
export const popupJsSize: Bench = {
  names: ['popup-js-size'],
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'tabpost-bench-'));
    const ours = await staticSize(extension);
    const peers = { 'empty React popup': await staticSize(await buildEmptyPopup(folder)) };
    rmSync(folder, { recursive: true });
    return [judge({ name: 'popup-js-size', unit: 'KB', ours, peers, goal: 450, goalOf: 'ours' })];
  },
};

async function staticSize(folder: string): Promise<number> {
  const page = readFileSync(join(folder, 'popup.html'), 'utf8');
  const entries = [...page.matchAll(/<(?:script|link rel="modulepreload")[^>]*(?:src|href)="\/([^"]+\.js)"/g)];
  const paths = entries.map(([, path = '']) => path);
  if (paths.length === 0) throw new Error('popup.html loads no script');
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: paths,
    outdir: 'unused',
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return sum(metafile, reachable(metafile, paths)) / 1000;
}

function reachable({ inputs }: Metafile, entries: string[]): Set<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { kind, path: next } of inputs[path]?.imports ?? []) if (kind === 'import-statement') visit(next);
  };
  entries.forEach(visit);
  return found;
}

function sum({ inputs }: Metafile, paths: Set<string>): number {
  return [...paths].reduce((total, path) => total + (inputs[path]?.bytes ?? 0), 0);
}
