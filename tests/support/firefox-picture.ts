import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'playwright/test';
import type { DemoFirefox } from '../../scripts/demo/firefox/firefox.ts';

/** Takes pictures of the popup or the tab in front, in light and dark, for people to look at; beside the test's results. */
export async function pictures(firefox: DemoFirefox, place: 'popup' | 'tab', name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await firefox.colours(scheme);
    const path = join(test.info().outputDir, `${name}-${scheme}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await firefox[place].picture(path);
  }
}
