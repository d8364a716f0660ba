import { TabpostError } from '../../domain/failure.ts';
import { log } from '../log.ts';
import { startChromium } from './chromium.ts';
import { commandLinePrinter } from './command-line.ts';
import type { FoundBrowser } from './find-browsers.ts';
import { startFirefox } from './firefox.ts';
import { type PrintBrowser, type Printed, type PrintOrder, UnusableWay } from './print-browser.ts';

/** ms for which a browser is kept after its last use: it costs some 280 MB. */
const idleMs = 60_000;

export type Printer = {
  /** Has a browser running by the time a page comes. Never throws: the print says what is wrong. */
  warm(): Promise<void>;
  /** @throws TabpostError `print-*` */
  print(order: PrintOrder, budgetMs: number): Promise<Printed>;
  close(): Promise<void>;
};

/** One way to print; those that do not work are not tried twice. */
type Way = { name: string; start(): Promise<PrintBrowser> };

/** Prints with the first way that works, and keeps its browser warm for a while. */
export function createPrinter(browsers: FoundBrowser[]): Printer {
  const ways = browsers.flatMap(waysOf);
  const unusable = new Map<Way, UnusableWay>();
  let running: Promise<PrintBrowser> | undefined;
  const ending = new Set<Promise<void>>();
  let idle: NodeJS.Timeout | undefined;

  return {
    warm: () =>
      start().then(
        () => restUnlessUsed(),
        () => undefined,
      ),
    print: (order, budgetMs) => withDeadline(print(order), budgetMs),
    close: stop,
  };

  async function print(order: PrintOrder): Promise<Printed> {
    for (;;) {
      const way = ways.find((each) => !unusable.has(each));
      try {
        clearTimeout(idle);
        return await (await start()).print(order);
      } catch (error) {
        if (!(error instanceof UnusableWay) || !way) throw error;
        giveUp(way, error);
      } finally {
        restUnlessUsed();
      }
    }
  }

  function giveUp(way: Way, reason: UnusableWay): void {
    log('print-way-unusable', { way: way.name, byPolicy: reason.byPolicy });
    unusable.set(way, reason);
    void stop();
  }

  function start(): Promise<PrintBrowser> {
    if (running) return running;
    const way = ways.find((each) => !unusable.has(each));
    if (!way) return Promise.reject(noWay());
    const starting = way.start();
    const forget = () => {
      if (running === starting) running = undefined;
    };
    starting.then((browser) => browser.onEnd(forget), forget);
    running = starting;
    return starting;
  }

  function noWay(): TabpostError {
    if (ways.length === 0) return new TabpostError('print-unavailable');
    const byPolicy = [...unusable.values()].some((reason) => reason.byPolicy);
    return new TabpostError(byPolicy ? 'print-blocked-by-policy' : 'print-failed');
  }

  function restUnlessUsed(): void {
    clearTimeout(idle);
    idle = setTimeout(() => void stop(), idleMs).unref();
  }

  /** Waits for every browser that is about to end, not only for the last one. */
  async function stop(): Promise<void> {
    clearTimeout(idle);
    const last = running;
    running = undefined;
    const ended = last?.then(
      (browser) => browser.close(),
      () => undefined,
    );
    if (ended) ending.add(ended.finally(() => ending.delete(ended)));
    await Promise.all([ended, ...ending]);
  }

  /** A page that never ends costs the browser it is in, which cannot be trusted to stop by itself. */
  async function withDeadline(work: Promise<Printed>, budgetMs: number): Promise<Printed> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new TabpostError('print-timeout'));
      void stop();
    }, budgetMs);
    try {
      return await Promise.race([work, promise]);
    } catch (cause) {
      if (cause instanceof TabpostError) throw cause;
      throw new TabpostError('print-failed', { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

function waysOf({ executable, family }: FoundBrowser): Way[] {
  if (family === 'firefox') return [{ name: 'firefox', start: () => startFirefox(executable) }];
  return [
    { name: 'chromium', start: () => startChromium(executable) },
    { name: 'command-line', start: async () => commandLinePrinter(executable) },
  ];
}
