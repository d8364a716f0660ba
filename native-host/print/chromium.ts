import { setTimeout as wait } from 'node:timers/promises';
import { startBrowserProcess } from './browser-process.ts';
import { connectCdp } from './cdp.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { type ChromiumTab, openChromiumTab } from './chromium-tab.ts';
import { type PrintBrowser, UnusableWay } from './print-browser.ts';
import { makePrintFolder } from './print-folder.ts';
import { refusedByPolicy } from './refused-by-policy.ts';

/** A browser that may not be driven starts but never answers; a slow computer needs about three seconds to. */
const firstAnswerMs = 6000;

/**
 * Starts a Chromium that prints through the DevTools protocol, with a blank tab ready. It is used again, for a new one costs a process while
 * the next page is already being read; neither before nor after a page that talks to other sites.
 * @throws UnusableWay when it does not start, or does not let itself be driven
 */
export async function startChromium(executable: string): Promise<PrintBrowser> {
  const folder = makePrintFolder();
  const command = [executable, '--remote-debugging-pipe', '--no-startup-window', ...chromiumArguments(folder)];
  const child = startBrowserProcess(command, folder);
  const refused = refusedByPolicy(child.stderr);
  const cdp = connectCdp(child.input, child.output);
  try {
    await Promise.race([cdp.send('Browser.getVersion'), refused.promise, silence()]);
    let ready: Promise<ChromiumTab> | undefined = openChromiumTab(cdp);
    await ready;
    let used = false;
    return {
      async print(order) {
        if (order.external && used) {
          ready?.then(discard, () => undefined);
          ready = undefined;
        }
        const taken = ready ?? openChromiumTab(cdp);
        ready = undefined; // who prints meanwhile takes another
        const tab = await taken;
        const printed = await tab.print(order);
        if (ready || order.external) discard(tab);
        if (!ready) {
          used = !order.external;
          ready = used ? tab.clear().then(() => tab) : openChromiumTab(cdp);
          ready.catch(() => undefined); // told to the next print
        }
        return printed;
      },
      close: child.close,
      onEnd: (ended) => void child.exited.then(ended, ended),
    };
  } catch (cause) {
    await child.close();
    // "Not allowed": DeveloperToolsAvailability. A browser that may not run headless says so and ends.
    const byPolicy = refused.seen() || (cause instanceof Error && /not allowed|silent/i.test(cause.message));
    throw new UnusableWay('the browser cannot be driven', { byPolicy, cause });
  }
}

/** Nothing waits for it: the print is done, and a browser that cannot close a tab is about to end anyway. */
function discard(tab: ChromiumTab): void {
  tab.close().catch(() => undefined);
}

async function silence(): Promise<never> {
  await wait(firstAnswerMs, undefined, { ref: false });
  throw new Error('the browser is silent');
}
