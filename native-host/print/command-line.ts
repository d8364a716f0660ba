import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowserProcess } from './browser-process.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { choicesAsCss } from './guarded-page.ts';
import { ForbiddenByPolicy, type PrintBrowser } from './print-browser.ts';
import { makePrintFolder, removePrintFolder } from './print-folder.ts';

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
      const guarded = page.replace(/<meta charset="utf-8"><meta [^>]*>/, (guard) => guard + choicesAsCss(choices));
      await writeFile(source, guarded, { mode: 0o600 });
      const scripts = '--blink-settings=scriptEnabled=false';
      const flags = [...chromiumArguments(folder), scripts, '--no-pdf-header-footer', `--print-to-pdf=${target}`];
      const child = startBrowserProcess([executable, ...flags, pathToFileURL(source).href], folder, 'folder-stays');
      open.add(child);
      try {
        await child.exited;
        return { pdf: await readPdf(target), incomplete: external };
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
async function readPdf(path: string): Promise<Buffer> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes?.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new ForbiddenByPolicy('the command line gave no PDF');
  return bytes;
}
