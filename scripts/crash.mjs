import { ensureChromium, underOwnNode } from './set-up.mjs';

underOwnNode();

const chromium = ensureChromium();
if (!chromium) throw new Error('no Chromium on this machine');
const { runCrashTest } = await import('../tests/crash/index.ts');
const [rounds = '500', seed = String(Date.now() % 1_000_000), first = '0'] = process.argv.slice(2);
const wish = { rounds: Number(rounds), seed: Number(seed), first: Number(first), chromium };
process.exit((await runCrashTest(wish)) ? 0 : 1); // connections to browsers that were killed may still be open
