import { resolve } from 'node:path';
import { install, type Registered } from './index.ts';
import type { Place } from './targets.ts';

/**
 * Registers the companion for throw-away profiles, with a data folder of their own; for `npm start` and the end-to-end tests.
 * @param options.bundle path of the built `tabpost.cjs`
 */
export function registerCompanion(options: Place & { dataDir: string; bundle: string }): Registered {
  const before = process.env.TABPOST_DATA_DIR;
  process.env.TABPOST_DATA_DIR = resolve(options.dataDir);
  try {
    return install(resolve(options.bundle), options);
  } finally {
    if (before === undefined) delete process.env.TABPOST_DATA_DIR;
    else process.env.TABPOST_DATA_DIR = before;
  }
}
