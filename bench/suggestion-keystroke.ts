import { openWorkplace } from '../scripts/demo/workplace.ts';
import type { Bench } from './bench.ts';
import { openBenchPage } from './bench-page.ts';
import { median } from './median.ts';
import { judge } from './result.ts';

const addresses = 100_000;
const rounds = 9;

/**
 * One letter more in To with 100,000 addresses: suggestions as the popup asks for them, over many letters of many words, against
 * `includes` over the same names and addresses in one list. And what a list of that size takes of the browser's storage.
 */
export const suggestionKeystroke: Bench = {
  names: ['suggestion-keystroke', 'suggestion-longest', 'contact-bytes'],
  async run({ chromium }) {
    await using stack = new AsyncDisposableStack();
    const workplace = await openWorkplace({ chromium: chromium(), headless: true });
    stack.defer(workplace.close);
    const page = await openBenchPage(workplace.browser, 'contacts.ts');
    const before = await page.evaluate(() => window.contacts.usage());
    await page.evaluate((count) => window.contacts.fill(count), addresses);
    const bytes = (await page.evaluate(() => window.contacts.usage())) - before;
    const runs = [];
    for (let round = -1; round < rounds; round++) {
      const run = await page.evaluate((count) => window.contacts.typeOnce(count), addresses);
      if (round >= 0) runs.push(run); // the first round only warms
    }
    const ours = median(runs.map((run) => run.ours));
    const scan = median(runs.map((run) => run.scan));
    const longest = median(runs.map((run) => run.longest));
    const peers = { 'includes scan': scan };
    return [
      judge({ name: 'suggestion-keystroke', unit: 'ms', ours, peers, goal: 0.25, goalOf: 'ratio' }),
      judge({ name: 'suggestion-longest', unit: 'ms', ours: longest, peers: {}, goal: 16, goalOf: 'ours' }),
      judge({ name: 'contact-bytes', unit: 'bytes', ours: bytes / addresses, peers: {}, goal: 300, goalOf: 'ours' }),
    ];
  },
};
