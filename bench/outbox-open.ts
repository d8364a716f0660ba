import type { Page } from 'playwright';
import { chromiumId } from '../protocol/identity.ts';
import { openWorkplace, type Workplace } from '../scripts/demo/workplace.ts';
import type { Bench } from './bench.ts';
import { openBenchPage } from './bench-page.ts';
import { interleave } from './interleave.ts';
import { judge, type Result } from './result.ts';

const long = 50_000;
const short = 100;
const rounds = 11;

type Outbox = { workplace: Workplace; count: number };

/** What a person does, run in the page; and the row that answers. */
type Deed = { act: (word: string) => number; word?: string; row: number; mail: number };

/**
 * "Outbox & history" with a long history against the same page with a short one: from its navigation start to its first row on the screen, and
 * from each deed of its user to the row that answers it.
 */
export const outboxOpen: Bench = {
  names: ['outbox-open', 'outbox-scroll', 'outbox-filter', 'outbox-search', 'outbox-search-again'],
  async run({ chromium }) {
    await using stack = new AsyncDisposableStack();
    const outbox = async (count: number): Promise<Outbox> => {
      const workplace = await openWorkplace({ chromium: chromium(), headless: true });
      stack.defer(workplace.close);
      await fill(workplace, count);
      return { workplace, count };
    };
    const [full, small] = [await outbox(long), await outbox(short)];
    const compare = async (name: string, deedsOf: (outbox: Outbox) => Deed[], goal = 1.5) => {
      const act = (which: Outbox) => doOnce(which, deedsOf(which));
      const { ours, ...peers } = await interleave(rounds, { ours: () => act(full), '100 entries': () => act(small) });
      return judge({ name, unit: 'ms', ours, peers, goal, goalOf: 'ratio' });
    };
    return [
      await compare('outbox-open', () => []),
      await compare('outbox-scroll', (one) => [scroll(one)]),
      await compare('outbox-filter', (one) => [filter(one)]),
      await firstSearch(full),
      await compare('outbox-search-again', () => [oldest, nextOldest], 2),
    ];
  },
};

/** The first search of a page has to read what mails are found by; the peer does nothing but read it. */
async function firstSearch(full: Outbox): Promise<Result> {
  const page = await openBenchPage(full.workplace.browser, 'fill-outbox.ts');
  const { ours, ...peers } = await interleave(rounds, {
    ours: () => doOnce(full, [oldest]),
    'bare read': () => page.evaluate(() => window.readBare()),
  });
  await page.close();
  return judge({ name: 'outbox-search', unit: 'ms', ours, peers, goal: 2, goalOf: 'ratio' });
}

const scroll = ({ count }: Outbox): Deed => ({ act: scrollToEnd, row: count, mail: 0 });
const filter = ({ count }: Outbox): Deed => ({ act: showRejected, row: 1, mail: count - 7 });
const oldest: Deed = { act: search, word: 'customer-0.example', row: 1, mail: 0 };
const nextOldest: Deed = { act: search, word: 'customer-1.example', row: 1, mail: 1 };

async function fill({ setUp, browser }: Workplace, count: number): Promise<void> {
  await setUp((settings) => ({ ...settings, retentionDays: 3650 }));
  const page = await openBenchPage(browser, 'fill-outbox.ts');
  await page.evaluate((items) => window.fillOutbox(items), count);
  await page.close();
  await browser.context.addInitScript(defineShown);
}

declare global {
  interface Window {
    /** Time at which this row, the first one is 1, was painted with this subject. */
    shown(row: number, subject: string): Promise<number>;
    /** Resolves when the table knows of so many rows. */
    complete(rows: number): Promise<void>;
  }
}

/** In every page, before anything of it runs. */
function defineShown(): void {
  window.shown = (row, subject) =>
    new Promise((resolve) => {
      const look = () => {
        const cells = document.querySelectorAll(`tbody tr[aria-rowindex="${row + 1}"] td bdi`);
        const isThere = [...cells].some((cell) => cell.textContent === subject);
        requestAnimationFrame(isThere ? () => setTimeout(() => resolve(performance.now())) : look);
      };
      look();
    });
  window.complete = (rows) =>
    new Promise((resolve) => {
      const look = () => {
        const isComplete = document.querySelector(`table[aria-rowcount="${rows + 1}"]`);
        requestAnimationFrame(isComplete ? () => resolve() : look);
      };
      look();
    });
}

/** ms of the last deed on a page just opened; without one, until the newest mail's row is there. */
async function doOnce({ workplace, count }: Outbox, deeds: Deed[]): Promise<number> {
  const page = await workplace.browser.context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/options.html#outbox`, { waitUntil: 'commit' });
  let took = await shown(page, 1, count - 1);
  if (deeds.length > 0) await page.evaluate((rows) => window.complete(rows), count);
  for (const { act, word = '', row, mail } of deeds) {
    const start = await page.evaluate(act, word);
    took = (await shown(page, row, mail)) - start;
  }
  await page.close();
  return took;
}

function shown(page: Page, row: number, mail: number): Promise<number> {
  return page.evaluate(([at, subject]) => window.shown(at, subject), [row, `Invoice 2026-${mail}`] as const);
}

function scrollToEnd(): number {
  const start = performance.now();
  document.querySelector('table')?.parentElement?.scrollTo({ top: 1e9 });
  return start;
}

function showRejected(): number {
  const start = performance.now();
  const states = document.querySelector('search select') as HTMLSelectElement;
  states.value = 'rejected';
  states.dispatchEvent(new Event('change', { bubbles: true }));
  return start;
}

function search(word: string): number {
  const start = performance.now();
  const field = document.querySelector('input[type=search]') as HTMLInputElement;
  field.focus();
  // React would take a value that was set on the element itself for its own.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, word);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return start;
}
