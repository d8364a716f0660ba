import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openWorkplace } from '../scripts/demo/workplace.ts';
import type { Bench } from './bench.ts';
import { openBenchPage } from './bench-page.ts';
import { interleave } from './interleave.ts';
import { median } from './median.ts';
import { judge } from './result.ts';

const rows = 20_000;

/**
 * 20,000 rows from the choice of the file to the stored addresses, through the page as people use it (the time until "Import" is pressed is
 * left out), against the bare parser on the same file. And the longest task of the page meanwhile.
 */
export const import20000: Bench = {
  names: ['import-20000', 'import-longest-task'],
  async run({ chromium }) {
    await using stack = new AsyncDisposableStack();
    const workplace = await openWorkplace({ chromium: chromium(), headless: true });
    stack.defer(workplace.close);
    const page = await openBenchPage(workplace.browser, 'contacts.ts');
    await page.getByRole('link', { name: 'Address list' }).click();
    await page.evaluate(watchTasks);
    const folder = mkdtempSync(join(tmpdir(), 'tabpost-bench-'));
    stack.defer(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'addresses.csv'); // on the disk: handing bytes into the page would be a task of the page
    writeFileSync(file, await page.evaluate((count) => window.contacts.csv(count), rows));
    const tasks: number[] = [];
    const { ours, ...peers } = await interleave(9, {
      ours: async () => {
        const { took, longest } = await importOnce(page, file);
        tasks.push(longest);
        return took;
      },
      'bare parser': () => page.evaluate((count) => window.contacts.parseBare(count), rows),
    });
    return [
      judge({ name: 'import-20000', unit: 'ms', ours, peers, goal: 3, goalOf: 'ratio' }),
      judge({ name: 'import-longest-task', unit: 'ms', ours: median(tasks), peers: {}, goal: 50, goalOf: 'ours' }),
    ];
  },
};

declare global {
  interface Window {
    longestTask: number;
    appeared(words: string): Promise<number>;
  }
}

function watchTasks(): void {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask' });
  /** Time at which these words stand in the page. */
  window.appeared = (words) =>
    new Promise((resolve) => {
      const look = () => {
        if (!document.body.textContent?.includes(words)) return;
        watcher.disconnect();
        resolve(performance.now());
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
}

async function importOnce(page: Page, file: string): Promise<{ took: number; longest: number }> {
  const reading = page.evaluate(async () => {
    const chosen = new Promise<number>((resolve) => {
      document.addEventListener('change', () => resolve(performance.now()), { capture: true, once: true });
    });
    const shown = window.appeared('addresses will be added');
    window.longestTask = 0;
    return (await shown) - (await chosen);
  });
  const opened = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await opened).setFiles(file);
  const read = await reading;
  const stored = await page.evaluate(async () => {
    const done = window.appeared('addresses were imported');
    const start = performance.now();
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent?.startsWith('Import 20'))?.click();
    return (await done) - start;
  });
  const longest = await page.evaluate(() => window.longestTask);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The list is empty').waitFor();
  return { took: read + stored, longest };
}
