import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { registerCompanion } from '../../native-host/install/register-companion.ts';
import { bundle, greetedCompanion } from '../support/companion.ts';
import { endCompanions } from '../support/end-companions.ts';

let folder: string;
const dataDir = () => join(folder, 'data');
const program = () => join(dataDir(), 'bin', 'tabpost.cjs');
const kept = () => `${program()}.host-rest`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tabpost-compiled-'));
  registerCompanion({ userDataDir: join(folder, 'profile'), dataDir: dataDir(), bundle });
});
afterEach(async () => {
  await endCompanions(dataDir());
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A browser's session that needs more than the greeting. @returns the exit code */
async function session(): Promise<number | null> {
  const companion = await greetedCompanion(dataDir(), program());
  expect(await companion.client.call('outcome', { ids: [] })).toEqual({ outcomes: [] });
  return companion.leave();
}

it('what a companion compiled is kept for the next one, readable by its user only', async () => {
  expect(await session()).toBe(0);
  const { ino, mode } = statSync(kept());
  expect(mode & 0o777).toBe(0o600);
  expect(await session()).toBe(0);
  expect(statSync(kept()).ino).toBe(ino); // it was good, so nobody wrote another one
});

it.each<[string, (bytes: Buffer) => Buffer]>([
  ['of another build', (bytes) => Buffer.concat([Buffer.from('0'.repeat(64)), bytes.subarray(64)])],
  ['damaged in the middle', (bytes) => bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 8)],
  ['cut off', (bytes) => bytes.subarray(0, -8)],
  ['empty', () => Buffer.alloc(0)],
])('one that is %s is not run, but replaced', async (_name, spoil) => {
  await session();
  const spoiled = spoil(readFileSync(kept()));
  writeFileSync(kept(), spoiled);
  expect(await session()).toBe(0);
  expect(readFileSync(kept()).equals(spoiled)).toBe(false);
  const names = readdirSync(join(dataDir(), 'bin')).filter((name) => name.startsWith('tabpost.cjs.'));
  expect(names).toEqual(['tabpost.cjs.host-rest']);
});
