import { afterAll, beforeAll } from 'vitest';
import { makeDataDir, removeDataDir } from './companion.ts';

/** A data folder for the companion's own modules, in the process of the tests of this file. */
export function ownDataFolder(): string {
  const dataDir = makeDataDir();
  beforeAll(() => {
    process.env.TABPOST_DATA_DIR = dataDir;
  });
  afterAll(async () => {
    delete process.env.TABPOST_DATA_DIR;
    await removeDataDir(dataDir);
  });
  return dataDir;
}
