import { ensureChromium, underOwnNode } from './set-up.mjs';

underOwnNode();

const { bench } = await import('../bench/index.ts');
await bench(process.argv.slice(2), {
  chromium() {
    const path = ensureChromium();
    if (!path) throw new Error('No Chromium found. Install the package "chromium" of your system.');
    return path;
  },
});
