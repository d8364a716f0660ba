import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright';
import { chromiumId } from '../../protocol/identity.ts';

/** A page of the built extension with a script of our own in it, bundled with the product's own code. @param path of the page, with its `#` */
export async function extensionPage(context: BrowserContext, path: string, script: string): Promise<Page> {
  const { outputFiles } = await build({ entryPoints: [script], bundle: true, format: 'iife', write: false });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/${path}`);
  await page.evaluate(outputFiles[0]?.text ?? '');
  return page;
}
