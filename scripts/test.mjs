import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool.mjs';
import { ensureProgram, isCI, underOwnNode } from './set-up.mjs';
import { readPlaywright, readVitest } from './test-reports.mjs';

underOwnNode();

const filters = process.argv.slice(2);
/** A filter need not find tests of every kind. */
const filtered = (option) => (filters.length > 0 ? [option, ...filters] : []);
const folder = mkdtempSync(join(tmpdir(), 'tabpost-test-'));
// Before the first test: its time-out would not be long enough for an installation, and two of them at once block each other.
for (const name of ['chromium', 'firefox', 'keyring', 'poppler', 'postfix', 'dovecot', 'desktop']) ensureProgram(name);
const total = { passed: 0, failed: 0, skipped: [] };

/** A step that is no test run counts only when it fails. */
async function step(name, command) {
  console.log(`\n== ${name}`);
  const { ok } = await runTool(command);
  if (!ok) total.failed++;
}

async function tests(name, command, read) {
  console.log(`\n== ${name}`);
  const report = join(folder, `${name}.json`);
  const { ok } = await runTool(command(report), {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: [] };
  total.passed += counts.passed;
  total.failed += ok ? counts.failed : Math.max(counts.failed, 1); // a runner that died has no report, or half of one
  total.skipped.push(...counts.skipped.map((title) => `${name}: ${title}`));
}

const vitest = (project) => (report) => [
  'vitest',
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...filtered('--passWithNoTests'),
];

const playwright =
  (...projects) =>
  () => [
    'playwright',
    'test',
    '--reporter=list,json',
    ...projects.map((project) => `--project=${project}`),
    ...filtered('--pass-with-no-tests'),
  ];

await step('check', ['node', 'scripts/check.mjs']);
await step('build', ['npm', 'run', 'build']);
await tests('unit', vitest('unit'), readVitest);
await tests('companion', vitest('companion'), readVitest);
await tests('e2e', playwright('chromium', 'firefox'), readPlaywright);
await tests('policies', playwright('policies'), readPlaywright);
rmSync(folder, { recursive: true, force: true });

for (const title of total.skipped) console.log(`skipped: ${title}`);
if (isCI && total.skipped.length > 0) console.log('In CI nothing may be skipped.');
process.exitCode = total.failed > 0 || (isCI && total.skipped.length > 0) ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
