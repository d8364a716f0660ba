import { ensureChromium, ensureProgram, underOwnNode } from './set-up.mjs';

underOwnNode();

const { bench } = await import('../bench/index.ts');
await bench(process.argv.slice(2), {
  chromium() {
    const path = ensureChromium();
    if (!path) throw new Error('No Chromium found. Install the package "chromium" of your system.');
    return path;
  },
  postfix() {
    const path = ensureProgram('postfix');
    if (!path || process.getuid?.() !== 0) throw new Error('Postfix is needed, and the rights of root to run it.');
    return path;
  },
});
