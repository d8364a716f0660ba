import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoBrowser, launchBrowser } from '../scripts/demo/browser.ts';
import type { InvoiceSite } from '../scripts/demo/invoice-site.ts';
import { openWorkplace } from '../scripts/demo/workplace.ts';
import { addProbe } from './add-probe.ts';
import type { Bench } from './bench.ts';
import { buildEmptyPopup } from './empty-popup.ts';
import { extension } from './fresh-build.ts';
import { interleave } from './interleave.ts';
import { judge } from './result.ts';

/**
 * From the popup's navigation start to the frame with an enabled To field: the real button is pressed on a PDF tab that has no
 * draft yet, settings are there, the companion runs. Against a popup of React, one box and one button in a browser of its own.
 */
export const popupInteractive: Bench = {
  names: ['popup-interactive'],
  async run({ chromium }) {
    const folder = mkdtempSync(join(tmpdir(), 'tabpost-bench-'));
    await using stack = new AsyncDisposableStack();
    stack.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const workplace = await openWorkplace({
      chromium: chromium(),
      headless: true,
      extension: addProbe(extension, join(folder, 'tabpost')),
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
      ours: () => openOnce(workplace.browser, workplace.site),
      'empty React popup': () => openOnce(empty, workplace.site),
    });
    return [judge({ name: 'popup-interactive', unit: 'ms', ours, peers, goal: 1.6, goalOf: 'ratio' })];
  },
};

declare global {
  interface Window {
    benchInteractive: Promise<number>;
  }
}

async function openOnce({ context, pressToolbarButton }: DemoBrowser, site: InvoiceSite): Promise<number> {
  const tab = await context.newPage();
  await tab.goto(site.url);
  await tab.goto(site.invoiceUrl);
  const popup = await pressToolbarButton(site.invoiceUrl);
  const took = await popup.page.evaluate(() => window.benchInteractive);
  await popup.close();
  await tab.close();
  return took;
}
