import { chromiumId } from '../protocol/identity.ts';
import type { DemoBrowser } from '../scripts/demo/browser.ts';
import { openWorkplace } from '../scripts/demo/workplace.ts';
import type { Bench } from './bench.ts';
import { openBenchPage } from './bench-page.ts';
import { interleave } from './interleave.ts';
import { judge } from './result.ts';

/** From navigation start to the frame with the first address, with 100,000 addresses and with 100, each in a browser of its own. */
export const contactsPageOpen: Bench = {
  names: ['contacts-page-open'],
  async run({ chromium }) {
    await using stack = new AsyncDisposableStack();
    const open = async (count: number) => {
      const workplace = await openWorkplace({ chromium: chromium(), headless: true });
      stack.defer(workplace.close);
      await workplace.setUp();
      const page = await openBenchPage(workplace.browser, 'contacts.ts');
      await page.evaluate((many) => window.contacts.fill(many), count);
      await page.close();
      await workplace.browser.context.addInitScript(watchRows);
      return workplace.browser;
    };
    const [many, few] = [await open(100_000), await open(100)];
    const { ours, ...peers } = await interleave(15, {
      ours: () => openOnce(many),
      'with 100': () => openOnce(few),
    });
    return [judge({ name: 'contacts-page-open', unit: 'ms', ours, peers, goal: 1.5, goalOf: 'ratio' })];
  },
};

declare global {
  interface Window {
    benchRows: Promise<number>;
  }
}

/** In the page, before anything of it runs. */
function watchRows(): void {
  window.benchRows = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('tbody tr')) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { childList: true, subtree: true });
  });
}

async function openOnce({ context }: DemoBrowser): Promise<number> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/options.html#addresses`);
  const took = await page.evaluate(() => window.benchRows);
  await page.close();
  return took;
}
