import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// One CommonJS file: an ES module bundle costs 20 to 40 ms more at every start. Parts behind a dynamic import are
// in the file but run only when they are needed.
await build({
  absWorkingDir: root,
  entryPoints: ['native-host/main.ts'],
  outfile: 'dist/companion/tabpost.cjs',
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  minify: true,
  banner: { js: '#!/usr/bin/env node' },
  define: { 'process.env.TABPOST_VERSION': JSON.stringify(version) },
  logLevel: 'warning',
});
