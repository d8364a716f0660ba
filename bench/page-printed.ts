import type { Page } from 'playwright';
import { openWorkplace, type Workplace } from '../scripts/demo/workplace.ts';
import { startPageSite } from '../tests/support/page-site.ts';
import type { Bench } from './bench.ts';
import { openBenchPage } from './bench-page.ts';
import { interleave } from './interleave.ts';
import { judge, type Result } from './result.ts';

const rows = [
  { name: 'page-printed-1-page', page: 'plain-invoice', goal: 4, rounds: 15 },
  { name: 'page-printed-40-pages', page: 'forty-pages', goal: 1.7, rounds: 7 },
] as const;

/**
 * From the popup's command to the stored PDF of an ordinary web page: snapshot, native port, the companion's warm browser and back.
 * Against the browser's own `Page.printToPDF` of the page in its tab, which extensions may not use.
 */
export const pagePrinted: Bench = {
  names: rows.map(({ name }) => name),
  async run({ chromium }) {
    await using stack = new AsyncDisposableStack();
    const site = await startPageSite();
    stack.defer(site.close);
    const workplace = await openWorkplace({ chromium: chromium(), headless: true });
    stack.defer(workplace.close);
    await workplace.setUp();
    const results: Result[] = [];
    for (const { name, page, goal, rounds } of rows) {
      const tab = await grantedTab(workplace, site.addressOf(page));
      const extensionPage = await openBenchPage(workplace.browser, 'capture-again.ts');
      const { ours, ...peers } = await interleave(rounds, {
        ours: () => extensionPage.evaluate((url) => window.captureAgain(url), site.addressOf(page)),
        'Page.printToPDF': () => livePrint(tab),
      });
      results.push(judge({ name, unit: 'ms', ours, peers, goal, goalOf: 'ratio' }));
      await Promise.all([tab.close(), extensionPage.close()]);
    }
    return results;
  },
};

/** The toolbar button opens the tab to the extension, and starts the browser that prints. */
async function grantedTab({ browser }: Workplace, address: string): Promise<Page> {
  const tab = await browser.context.newPage();
  await tab.goto(address);
  const popup = await browser.pressToolbarButton(address);
  await popup.page.getByRole('button', { name: 'Open the PDF' }).waitFor();
  await popup.close();
  return tab;
}

async function livePrint(tab: Page): Promise<number> {
  const session = await tab.context().newCDPSession(tab);
  const start = performance.now();
  await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    paperWidth: 8.5,
    paperHeight: 11,
  });
  const took = performance.now() - start;
  await session.detach();
  return took;
}
