import { join } from 'node:path';
import type { Page } from 'playwright';
import type { DemoBrowser } from '../scripts/demo/browser.ts';
import { extensionPage } from '../tests/support/extension-page.ts';

/** A page of the built extension with a script of `bench/pages` in it, bundled with the product's own code. */
export function openBenchPage({ context }: DemoBrowser, script: string): Promise<Page> {
  return extensionPage(context, 'options.html', join(import.meta.dirname, 'pages', script));
}
