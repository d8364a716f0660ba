import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { chromiumId } from '../protocol/identity.ts';
import { openWorkplace, type Workplace } from '../scripts/demo/workplace.ts';
import type { Bench } from './bench.ts';
import { interleave } from './interleave.ts';
import { judge } from './result.ts';

const long = 50_000;
const short = 100;

/**
 * "Outbox & history" with a long history against the same page with a short one: from its navigation start to its first row on the
 * screen, and from a search typed to its one hit.
 */
export const outboxOpen: Bench = {
  names: ['outbox-open', 'outbox-search'],
  async run({ chromium }) {
    await using stack = new AsyncDisposableStack();
    const office = async (count: number) => {
      const workplace = await openWorkplace({ chromium: chromium(), headless: true });
      stack.defer(workplace.close);
      await workplace.setUp((settings) => ({ ...settings, retentionDays: 3650 }));
      await fill(workplace, count);
      return workplace;
    };
    const [full, small] = [await office(long), await office(short)];
    const open = await interleave(11, { ours: () => openOnce(full, long), peer: () => openOnce(small, short) });
    const search = await interleave(11, { ours: () => searchOnce(full, long), peer: () => searchOnce(small, short) });
    return [
      judge({
        name: 'outbox-open',
        unit: 'ms',
        ours: open.ours,
        peers: { '100 entries': open.peer },
        goal: 1.5,
        goalOf: 'ratio',
      }),
      judge({
        name: 'outbox-search',
        unit: 'ms',
        ours: search.ours,
        peers: { '100 entries': search.peer },
        goal: 1000,
        goalOf: 'ours',
      }),
    ];
  },
};

async function fill({ browser }: Workplace, count: number): Promise<void> {
  const entry = join(import.meta.dirname, 'pages/fill-outbox.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/options.html`);
  await page.evaluate(outputFiles[0]?.text ?? '');
  await page.evaluate((items) => window.fillOutbox(items), count);
  await page.close();
}

async function openPage({ browser }: Workplace): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/options.html#outbox`, { waitUntil: 'commit' });
  return page;
}

/** ms after navigation start at which the newest mail's row was painted. */
async function openOnce(workplace: Workplace, count: number): Promise<number> {
  const page = await openPage(workplace);
  const took = await page.evaluate(seen, `Invoice 2026-${count - 1}`);
  await page.close();
  return took;
}

async function searchOnce(workplace: Workplace, count: number): Promise<number> {
  const page = await openPage(workplace);
  await page.evaluate(seen, `Invoice 2026-${count - 1}`);
  const oldest = page.evaluate(seen, 'Invoice 2026-0');
  const start = await page.evaluate(() => performance.now());
  await page.getByRole('searchbox').fill('customer-0.example');
  const took = (await oldest) - start;
  await page.close();
  return took;
}

/** In the page: the time at which a cell with this text was painted. */
function seen(text: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const found = [...document.querySelectorAll('tbody td bdi')].some((cell) => cell.textContent === text);
      if (found) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      else requestAnimationFrame(look);
    };
    look();
  });
}
