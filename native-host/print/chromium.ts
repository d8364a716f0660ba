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
 * Starts a Chromium that prints through the DevTools protocol, with a blank tab ready.
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
    return {
      async print(order) {
        const tab = ready ?? openChromiumTab(cdp);
        ready = undefined;
        const printed = await (await tab).print(order);
        ready ??= openChromiumTab(cdp);
        ready.catch(() => undefined); // told to the next print
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

async function silence(): Promise<never> {
  await wait(firstAnswerMs, undefined, { ref: false });
  throw new Error('the browser is silent');
}
