import type { Readable } from 'node:stream';
import { startBrowserProcess } from './browser-process.ts';
import { connectCdp } from './cdp.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { type ChromiumTab, openChromiumTab } from './chromium-tab.ts';
import { ForbiddenByPolicy, type PrintBrowser } from './print-browser.ts';
import { makePrintFolder } from './print-folder.ts';

/** A browser whose policy forbids the debugger starts, but never answers; a slow computer needs about three seconds to. */
const firstAnswerMs = 6000;

/**
 * Starts a Chromium that prints through the DevTools protocol, with a blank tab ready.
 * @throws ForbiddenByPolicy when it does not let itself be driven
 */
export async function startChromium(executable: string): Promise<PrintBrowser> {
  const folder = makePrintFolder();
  const command = [executable, '--remote-debugging-pipe', '--no-startup-window', ...chromiumArguments(folder)];
  const child = startBrowserProcess(command, folder);
  const cdp = connectCdp(child.input, child.output);
  try {
    await answers(cdp.send('Browser.getVersion'), child.stderr);
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
  } catch (error) {
    await child.close();
    throw error;
  }
}

async function answers(first: Promise<unknown>, stderr: Readable): Promise<void> {
  const { promise: refused, reject } = Promise.withResolvers<never>();
  const refuse = () => reject(new ForbiddenByPolicy('the browser does not let itself be driven'));
  const timer = setTimeout(refuse, firstAnswerMs);
  stderr.on('data', (text: Buffer) => /debugging is disallowed/i.test(text.toString('latin1')) && refuse());
  await Promise.race([first, refused]).finally(() => clearTimeout(timer));
}
