import { openWorkplace } from '../scripts/demo/workplace.ts';
import { startPaperSite } from '../tests/support/papers/paper-site.ts';
import type { Bench } from './bench.ts';
import { openBenchPage } from './bench-page.ts';
import { interleave } from './interleave.ts';
import { judge } from './result.ts';

/**
 * A tab that shows a PDF of 1 MB, pressed once: from the question to the draft with the checked, hashed and stored PDF.
 * Against the same bytes fetched in the tab by one line and given to a page, with nothing done to them.
 */
export const pdfTabReady: Bench = {
  names: ['pdf-tab-ready'],
  async run({ chromium }) {
    await using stack = new AsyncDisposableStack();
    const papers = await startPaperSite();
    stack.defer(papers.close);
    const { browser, setUp, close } = await openWorkplace({ chromium: chromium(), headless: true });
    stack.defer(close);
    await setUp();
    const url = `${papers.here}/one-megabyte.pdf`;
    const tab = await browser.context.newPage();
    await tab.goto(url);
    const popup = await browser.pressToolbarButton(url); // opens the tab to the extension
    await popup.page.getByText('one-megabyte.pdf', { exact: true }).waitFor();
    await popup.close();
    const page = await openBenchPage(browser, 'capture-again.ts');
    const { ours, ...peers } = await interleave(15, {
      ours: () => page.evaluate((address) => window.captureAgain(address), url),
      'bare in-tab fetch': () => page.evaluate((address) => window.bareFetch(address), url),
    });
    return [judge({ name: 'pdf-tab-ready', unit: 'ms', ours, peers, goal: 1.5, goalOf: 'ratio' })];
  },
};
