import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { knownOutcomes } from '../../native-host/delivery/known-outcomes.ts';
import { spool } from '../../native-host/delivery/spool.ts';
import { makeDataDir, removeDataDir } from '../support/companion.ts';

const dataDir = makeDataDir();
beforeAll(() => void vi.stubEnv('TABPOST_DATA_DIR', dataDir));
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  vi.unstubAllEnvs();
  await removeDataDir(dataDir);
});

/** An upload of our process, which lives, as if it had started at another time or had not said when. */
function uploadOf(id: string, started: string): string {
  const folder = join(dataDir, 'spool', `.upload-${id}-${process.pid}-${started}abc123`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

test('an upload whose companion died is dropped and waited for by nobody, though its number is another process’s now', async () => {
  const id = randomUUID();
  const folder = uploadOf(id, '1-');
  expect(await knownOutcomes([id])).toMatchObject([{ id, state: 'absent' }]);
  spool.dropAbandonedUploads();
  expect(existsSync(folder)).toBe(false);
});

test('an upload of a living companion of an older version is left alone', () => {
  const id = randomUUID();
  const folder = uploadOf(id, '');
  spool.dropAbandonedUploads();
  expect([existsSync(folder), spool.isArriving(id), spool.ids()]).toEqual([true, true, []]);
});

test('a mail that arrives for long keeps no other mail from being told', async () => {
  vi.useFakeTimers();
  const [arriving, other] = [randomUUID(), randomUUID()];
  const upload = spool.begin(arriving);
  const told = knownOutcomes([arriving, other]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await told).map(({ id, state }) => ({ id, state }))).toEqual([{ id: other, state: 'absent' }]);
  const nothing = expect(knownOutcomes([arriving])).rejects.toMatchObject({ code: 'companion-silent' });
  await vi.advanceTimersByTimeAsync(10_000);
  await nothing;
  spool.discard(upload);
});
