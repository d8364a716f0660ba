import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumId } from '../protocol/identity.ts';
import { type DemoBrowser, launchBrowser } from '../scripts/demo/browser.ts';
import { openWorkplace } from '../scripts/demo/workplace.ts';
import { addProbe } from './add-probe.ts';
import type { Bench } from './bench.ts';
import { buildEmptyPopup } from './empty-popup.ts';
import { extension } from './fresh-build.ts';
import { interleave } from './interleave.ts';
import { judge } from './result.ts';

/**
 * From the navigation start of the options page in a tab to the frame with its server field filled in. Against a page of React,
 * one box and one button in a browser of its own.
 */
export const optionsInteractive: Bench = {
  names: ['options-interactive'],
  async run({ chromium }) {
    const folder = mkdtempSync(join(tmpdir(), 'tabpost-bench-'));
    await using stack = new AsyncDisposableStack();
    stack.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const workplace = await openWorkplace({
      chromium: chromium(),
      headless: true,
      extension: addProbe(extension, join(folder, 'tabpost'), 'options.html'),
    });
    stack.defer(workplace.close);
    await workplace.setUp();
    const empty = await launchBrowser({
      executablePath: chromium(),
      extension: addProbe(await buildEmptyPopup(join(folder, 'empty')), join(folder, 'empty-with-probe')),
      userDataDir: join(folder, 'profile'),
      headless: true,
    });
    stack.defer(empty.close);
    const { ours, ...peers } = await interleave(15, {
      ours: () => openOnce(workplace.browser, 'options.html'),
      'empty React page': () => openOnce(empty, 'popup.html'),
    });
    return [judge({ name: 'options-interactive', unit: 'ms', ours, peers, goal: 2, goalOf: 'ratio' })];
  },
};

async function openOnce({ context }: DemoBrowser, page: string): Promise<number> {
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${chromiumId}/${page}`);
  const took = await tab.evaluate(() => window.benchInteractive);
  await tab.close();
  return took;
}
