import { runTool } from './run-tool.mjs';
import { underOwnNode } from './set-up.mjs';

underOwnNode();

const checks = {
  'types of the extension': ['tsc', '--noEmit', '-p', '.'],
  'types of the companion': ['tsc', '--noEmit', '-p', 'native-host'],
  'types of tests and scripts': ['tsc', '--noEmit', '-p', 'tests'],
  'lint, format and layers': ['biome', 'check', '--error-on-warnings'],
  'unused files, exports and packages': ['knip'],
};

// The types of the words come from the locales: made anew, or a new word fails the check.
await runTool(['wxt', 'prepare'], { quiet: true });

const results = await Promise.all(
  Object.entries(checks).map(async ([name, command]) => ({ name, ...(await runTool(command, { quiet: true })) })),
);
for (const { name, ok, output } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (!ok) console.log(output);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
