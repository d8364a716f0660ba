import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileStore } from '../../../native-host/secrets/file.ts';
import { ownDataFolder } from '../../support/own-data-folder.ts';

const dataDir = ownDataFolder();
const folder = join(dataDir, 'secrets');
const owner = { host: 'smtp.corp.example', port: 587, login: 'billing@corp.example' };

test('keeps a password for its owner, replaces it and drops it', async () => {
  await fileStore.save(owner, 'pä"ss 1');
  expect(await fileStore.read(owner)).toBe('pä"ss 1');
  await fileStore.save(owner, 'two');
  expect(await fileStore.read(owner)).toBe('two');
  await fileStore.drop(owner);
  expect(await fileStore.read(owner)).toBeUndefined();
});

test.each([{ host: 'evil.example' }, { port: 25 }, { login: 'other@corp.example' }])(
  'another owner (%j) finds none',
  async (change) => {
    await fileStore.save(owner, 'Canary-1');
    expect(await fileStore.read({ ...owner, ...change })).toBeUndefined();
  },
);

test('a file copied to another owner’s name does not open, a damaged one means none', async () => {
  const evil = { ...owner, host: 'evil.example' };
  await fileStore.save(evil, 'theirs');
  const before = readdirSync(folder);
  await fileStore.save(owner, 'Canary-2');
  const [mine = ''] = readdirSync(folder).filter((name) => !before.includes(name) || name.length === 64);
  for (const name of readdirSync(folder).filter((other) => other.length === 64))
    copyFileSync(join(folder, mine), join(folder, name));
  const opened = [await fileStore.read(owner), await fileStore.read(evil)].filter((secret) => secret !== undefined);
  expect(opened).toHaveLength(1);
  for (const name of readdirSync(folder).filter((other) => other.length === 64)) writeFileSync(join(folder, name), 'x');
  expect(await fileStore.read(owner)).toBeUndefined();
});

test('nothing but the user can read it, and it is nowhere in plain text', async () => {
  await fileStore.save(owner, 'Canary-3');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, name), 'latin1')).not.toContain('Canary');
  }
});
