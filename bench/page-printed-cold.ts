import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright';
import { usualPrintChoices } from '../domain/print-choices.ts';
import { startPageSite } from '../tests/support/page-site.ts';
import type { Bench } from './bench.ts';
import { extension } from './fresh-build.ts';
import { installCompanion } from './installed-companion.ts';
import { interleave } from './interleave.ts';
import { launchCompanion } from './launched-companion.ts';
import { judge } from './result.ts';

const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * From the request to print one page to its PDF, with no browser running: the companion has been greeted but has printed nothing.
 * Against the browser's own command line for the same snapshot, with an empty profile too.
 */
export const pagePrintedCold: Bench = {
  names: ['page-printed-cold'],
  async run({ chromium }) {
    const { program, folder, remove } = installCompanion();
    const html = await snapshot(chromium());
    const file = join(folder, 'snapshot.html');
    writeFileSync(file, html);
    const { ours, ...peers } = await interleave(9, {
      ours: () => printCold(program, html),
      'chromium --headless --print-to-pdf': () => commandLine(chromium(), file, folder),
    });
    await remove();
    return [judge({ name: 'page-printed-cold', unit: 'ms', ours, peers, goal: 1, goalOf: 'ratio' })];
  },
};

/** What the injected script makes of a page. */
async function snapshot(executablePath: string): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const site = await startPageSite();
  stack.defer(site.close);
  const browser = await playwright.launch({ executablePath, args: noSandbox });
  stack.defer(() => browser.close());
  const page = await browser.newPage();
  await page.goto(site.addressOf('plain-invoice'));
  const taken = await page.evaluate(readFileSync(join(extension, 'snapshot.js'), 'utf8'));
  return (taken as { html: string }).html;
}

async function printCold(program: string, html: string): Promise<number> {
  const companion = launchCompanion(program);
  await companion.hello();
  const upload = new Blob([html]);
  const sha256 = createHash('sha256').update(html).digest('hex');
  const order = { size: upload.size, sha256, choices: usualPrintChoices('de'), external: false, budgetMs: 20_000 };
  const start = performance.now();
  await companion.client.call('print', order, { upload });
  const took = performance.now() - start;
  await companion.leave();
  return took;
}

async function commandLine(executable: string, file: string, folder: string): Promise<number> {
  const profile = mkdtempSync(join(folder, 'profile-'));
  const target = join(profile, 'page.pdf');
  const flags = ['--headless', ...noSandbox, `--user-data-dir=${profile}`, `--print-to-pdf=${target}`];
  const start = performance.now();
  await once(spawn(executable, [...flags, pathToFileURL(file).href], { stdio: 'ignore' }), 'exit');
  const took = performance.now() - start;
  if (statSync(target).size === 0) throw new Error('the command line printed nothing');
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return took;
}
