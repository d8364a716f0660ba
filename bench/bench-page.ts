import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { chromiumId } from '../protocol/identity.ts';
import type { DemoBrowser } from '../scripts/demo/browser.ts';

/** A page of the built extension with a script of `bench/pages` in it, bundled with the product's own code. */
export async function openBenchPage({ context }: DemoBrowser, script: string): Promise<Page> {
  const entry = join(import.meta.dirname, 'pages', script);
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/options.html`);
  await page.evaluate(outputFiles[0]?.text ?? '');
  return page;
}
