import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { PrintChoices } from '../../domain/print-choices.ts';
import { type Bidi, connectBidi } from './bidi.ts';
import { type BrowserProcess, startBrowserProcess } from './browser-process.ts';
import { firefoxPreferences } from './firefox-preferences.ts';
import { paperSize } from './paper-size.ts';
import { type PrintBrowser, UnusableWay } from './print-browser.ts';
import { makePrintFolder } from './print-folder.ts';
import { withoutNests } from './without-nests.ts';

const centimetres = 2.54;
/** cm on every side: what Chromium's own print leaves, and near to Firefox's half an inch. */
const margin = 1;

/**
 * Starts a second, headless Firefox that prints through WebDriver BiDi. JavaScript is off in it and its proxy leads nowhere: what
 * the page shows of other sites is missing.
 * @throws UnusableWay when it does not start, or does not let itself be driven
 */
export async function startFirefox(executable: string): Promise<PrintBrowser> {
  const folder = makePrintFolder();
  const profile = join(folder, 'p');
  mkdirSync(profile, { mode: 0o700 });
  await writeFile(join(profile, 'user.js'), firefoxPreferences, { mode: 0o600 });
  const flags = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'];
  const child = startBrowserProcess([executable, ...flags], folder);
  try {
    const bidi = await connectBidi(await addressOf(child));
    await bidi.send('session.new', { capabilities: {} });
    const { contexts } = await bidi.send('browsingContext.getTree');
    const [context] = contexts as { context: string }[];
    return {
      async print({ page, choices, external }) {
        const file = join(folder, 'page.html');
        await writeFile(file, withoutNests(page), { mode: 0o600 });
        try {
          return { pdf: await print(bidi, String(context?.context), file, choices), incomplete: external };
        } finally {
          await rm(file, { force: true });
        }
      },
      async close() {
        bidi.send('browser.close').catch(() => undefined); // it may end before it answers
        await child.close();
      },
      onEnd: (ended) => void child.exited.then(ended, ended),
    };
  } catch (cause) {
    await child.close();
    throw new UnusableWay('Firefox cannot be driven', { byPolicy: false, cause });
  }
}

async function print(bidi: Bidi, context: string, file: string, choices: PrintChoices): Promise<Buffer> {
  await bidi.send('browsingContext.navigate', { context, url: pathToFileURL(file).href, wait: 'complete' });
  const { width, height } = paperSize(choices);
  const { data } = await bidi.send('browsingContext.print', {
    context,
    background: choices.backgrounds,
    orientation: choices.landscape ? 'landscape' : 'portrait',
    page: { width: width * centimetres, height: height * centimetres },
    margin: { top: margin, bottom: margin, left: margin, right: margin },
    scale: choices.scale,
    shrinkToFit: true,
  });
  return Buffer.from(String(data), 'base64');
}

/** Firefox names its address on stderr as soon as it can be driven. */
function addressOf({ stderr, exited }: BrowserProcess): Promise<string> {
  const ended = exited.then(() => {
    throw new Error('Firefox ended at once');
  });
  return Promise.race([ended, firstMatch(stderr, /BiDi listening on (ws:\S+)/)]);
}

function firstMatch(stream: Readable, pattern: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve) => {
    stream.on('data', (text: Buffer) => {
      if (said.length < 100_000) said += text.toString('latin1');
      const found = pattern.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}
