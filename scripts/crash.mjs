import { underOwnNode } from './set-up.mjs';

underOwnNode();

const { runCrashTest } = await import('../tests/crash/index.ts');
const [rounds = '500', seed = String(Date.now() % 1_000_000), first = '0'] = process.argv.slice(2);
process.exitCode = (await runCrashTest({ rounds: Number(rounds), seed: Number(seed), first: Number(first) })) ? 0 : 1;
