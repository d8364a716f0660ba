import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, type Page } from 'playwright/test';

// The page's own global once axe is in it; only what is used here.
declare const axe: { run(options: object): Promise<AxeResults> };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing that keeps people from using the page as it stands now, in light and in dark: no serious or critical finding of axe. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(source);
  const found = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Only colours differ in the dark.
    const options = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
    const { violations } = await page.evaluate(
      (choice) => axe.run({ ...choice, resultTypes: ['violations'] }),
      options,
    );
    found.push(...violations.map((violation) => ({ ...violation, colorScheme })));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const grave = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, colorScheme, nodes }) => [id, colorScheme, ...nodes.map(({ html }) => html)])).toEqual([]);
}
