import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { words } from './english.ts';

const files = globSync(['{components,entrypoints,extension}/**/*.{ts,tsx}', 'wxt.config.ts']);
const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const used = new Set([...code.matchAll(/'([\w.]+)'/g)].map(([, key]) => key?.replaceAll('.', '_')));

it('holds no words that nothing shows', () => {
  const byTable = /^failure_.*_(title|text)$/;
  const manifest = ['extensionDescription'];
  const unused = Object.keys(words).filter((key) => !used.has(key) && !byTable.test(key) && !manifest.includes(key));
  expect(unused).toEqual([]);
});

it('uses one apostrophe and no placeholder twice', () => {
  expect(Object.entries(words).filter(([, text]) => text.includes('`') || /\{\{/.test(text))).toEqual([]);
});
