import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        // The plugin's fake browser serves tests/extension and tests/components; the pure layers never import it.
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/{domain,protocol,extension,components,repo}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'companion',
          include: ['tests/native-host/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Real child processes and servers: more than two files at once only make deadlines miss.
          maxWorkers: 2,
        },
      },
    ],
  },
});
