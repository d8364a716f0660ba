import { TabpostError } from '../../domain/failure.ts';
import { log } from '../log.ts';
import { startChromium } from './chromium.ts';
import { commandLinePrinter } from './command-line.ts';
import type { FoundBrowser } from './find-browsers.ts';
import { startFirefox } from './firefox.ts';
import { ForbiddenByPolicy, type PrintBrowser, type Printed, type PrintOrder } from './print-browser.ts';

/** ms for which a browser is kept after its last use: it costs some 280 MB. */
const idleMs = 60_000;

export type Printer = {
  /** Has a browser running by the time a page comes. Never throws: the print says what is wrong. */
  warm(): Promise<void>;
  /** @throws TabpostError `print-*` */
  print(order: PrintOrder, budgetMs: number): Promise<Printed>;
  close(): Promise<void>;
};

/** One way to print; those that a policy forbids are not tried twice. */
type Way = { name: string; start(): Promise<PrintBrowser> };

/** Prints with the first way that works, and keeps its browser warm for a while. */
export function createPrinter(browsers: FoundBrowser[]): Printer {
  const ways = browsers.flatMap(waysOf);
  const forbidden = new Set<Way>();
  let running: Promise<PrintBrowser> | undefined;
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
      const way = ways.find((each) => !forbidden.has(each));
      try {
        clearTimeout(idle);
        return await (await start()).print(order);
      } catch (error) {
        if (!(error instanceof ForbiddenByPolicy) || !way) throw error;
        forbid(way);
      } finally {
        restUnlessUsed();
      }
    }
  }

  function forbid(way: Way): void {
    log('print-forbidden', { way: way.name });
    forbidden.add(way);
    void stop();
  }

  function start(): Promise<PrintBrowser> {
    if (running) return running;
    const way = ways.find((each) => !forbidden.has(each));
    if (!way)
      return Promise.reject(new TabpostError(ways.length === 0 ? 'print-unavailable' : 'print-blocked-by-policy'));
    const starting = way.start();
    const forget = () => {
      if (running === starting) running = undefined;
    };
    starting.then((browser) => browser.onEnd(forget), forget);
    running = starting;
    return starting;
  }

  function restUnlessUsed(): void {
    clearTimeout(idle);
    idle = setTimeout(() => void stop(), idleMs).unref();
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const last = running;
    running = undefined;
    await last?.then(
      (browser) => browser.close(),
      () => undefined,
    );
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
