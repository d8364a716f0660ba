import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { startBrowserProcess } from './browser-process.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { choicesAsCss } from './guarded-page.ts';
import { type PrintBrowser, UnusableWay } from './print-browser.ts';
import { makePrintFolder, removePrintFolder } from './print-folder.ts';
import { refusedByPolicy } from './refused-by-policy.ts';
import { withoutNests } from './without-nests.ts';

/** ms after which nothing comes any more: under some policies the browser neither prints nor ends (40 pages take four seconds). */
const longMs = 8000;

/**
 * Printing by the command line, for companies that forbid to drive the browser: a browser for each print, nothing of other
 * sites, no tags. The choices go into the page.
 */
export function commandLinePrinter(executable: string): PrintBrowser {
  const open = new Set<{ close(): Promise<void> }>();
  return {
    async print({ page, choices, external }) {
      const folder = makePrintFolder();
      const [source, target] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
      const guarded = withoutNests(page).replace(
        /<meta charset="utf-8"><meta [^>]*>/,
        (guard) => guard + choicesAsCss(choices),
      );
      await writeFile(source, guarded, { mode: 0o600 });
      const scripts = '--blink-settings=scriptEnabled=false';
      const flags = [...chromiumArguments(folder), scripts, '--no-pdf-header-footer', `--print-to-pdf=${target}`];
      const child = startBrowserProcess([executable, ...flags, pathToFileURL(source).href], folder, 'folder-stays');
      const refused = refusedByPolicy(child.stderr);
      open.add(child);
      try {
        await Promise.race([child.exited, wait(longMs, undefined, { ref: false })]);
        const pdf = await readPdf(target);
        if (!pdf) throw new UnusableWay('the command line gave no PDF', { byPolicy: refused.seen() });
        return { pdf, incomplete: external };
      } finally {
        open.delete(child);
        await child.close();
        removePrintFolder(folder);
      }
    },
    async close() {
      await Promise.all([...open].map((child) => child.close()));
    },
    onEnd: () => {},
  };
}

/** Its exit status is 0 even when it printed nothing: only the file tells. */
async function readPdf(path: string): Promise<Buffer | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes?.subarray(0, 5).equals(Buffer.from('%PDF-')) ? bytes : undefined;
}
