import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, test } from 'playwright/test';
import { root } from '../../scripts/demo/workplace.ts';

/**
 * Takes a picture of a page for people to look at. It lands beside the test's results; with TABPOST_PICTURES=1 in docs/,
 * where the README shows it.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.TABPOST_PICTURES ? join(root, 'docs') : test.info().outputDir;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
