import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';

const dataDir = makeDataDir();
afterAll(() => removeDataDir(dataDir));

const day = 24 * 3600;

/** A file of the companion that was last changed so many days ago. */
function leftover(folder: string, name: string, days: number): void {
  mkdirSync(join(dataDir, folder), { recursive: true });
  const path = join(dataDir, folder, name);
  writeFileSync(path, '');
  utimesSync(path, Date.now() / 1000 - days * day, Date.now() / 1000 - days * day);
}

test('wishes to take a mail back, and results, are forgotten at the first start after 30 days, not before', async () => {
  const [old, recent] = [randomUUID(), randomUUID()];
  for (const id of [old, recent]) {
    leftover('recalled', id, id === old ? 31 : 29);
    leftover('journal', `${id}.json`, id === old ? 31 : 29);
  }
  const companion = await greetedCompanion(dataDir);
  await companion.client.call('outcome', { ids: [] });
  expect(readdirSync(join(dataDir, 'recalled'))).toEqual([recent]);
  expect(readdirSync(join(dataDir, 'journal'))).toEqual([`${recent}.json`]);
  await companion.leave();
});

test.each(['journal', 'locks', 'recalled', 'secrets'])(
  'what a killed process was writing into %s goes at a start; what another one writes just now stays',
  async (folder) => {
    leftover(folder, 'a.4711.tmp', 1);
    leftover(folder, 'b.4711.tmp', 0);
    const companion = await greetedCompanion(dataDir);
    await companion.client.call('outcome', { ids: [] });
    const left = readdirSync(join(dataDir, folder)).filter((name) => name.endsWith('.tmp'));
    expect(left).toEqual(['b.4711.tmp']);
    await companion.leave();
  },
);
