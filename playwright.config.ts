import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test opens an office of its own: a real browser, companion and mail server. It waits about half of its time.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  projects: [
    { name: 'chromium', testMatch: '*.ts', testIgnore: ['firefox/**', 'managed.ts'] },
    { name: 'firefox', testDir: 'tests/e2e/firefox', testMatch: '*.ts' },
    // It sets policies for every browser of the computer: scripts/test.mjs runs it apart from the others.
    { name: 'policies', testMatch: 'managed.ts', workers: 1 },
  ],
});
