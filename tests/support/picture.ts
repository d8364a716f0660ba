import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Page, test } from 'playwright/test';
import { root } from '../../scripts/demo/workplace.ts';

/**
 * Takes a picture of a page for people to look at. It lands beside the test's results; with TABPOST_PICTURES=1 those that
 * the README shows are renewed in docs/.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const shown = join(root, 'docs', `${name}.png`);
  const renew = process.env.TABPOST_PICTURES && existsSync(shown);
  const path = renew ? shown : join(test.info().outputDir, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}
