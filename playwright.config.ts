import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test opens an office of its own: a real browser, companion and mail server. Two cores carry one at a time.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  projects: [
    { name: 'chromium', testMatch: '*.ts', testIgnore: 'firefox/**' },
    { name: 'firefox', testDir: 'tests/e2e/firefox', testMatch: '*.ts' },
  ],
});
