import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundle, greetedCompanion, readLog } from '../support/companion.ts';
import { plainServer, sampleJob } from '../support/sample-job.ts';
import { scriptedSmtp } from '../support/scripted-smtp.ts';

const folder = mkdtempSync(join(tmpdir(), 'tabpost-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const patiently = { timeout: 30_000 };

/** The real bundle on a computer whose watches are all in use; its courier is the same file. */
function unwatching(): string {
  const path = join(folder, 'tabpost.cjs');
  const refuse = `require('node:fs').watch = () => { throw Object.assign(new Error('no watch left'), { code: 'ENOSPC' }); };`;
  copyFileSync(bundle, path);
  writeFileSync(path, readFileSync(path, 'utf8').replace('\n', `\n${refuse}\n`));
  return path;
}

test('without a watch left in the system mails still leave and can still be taken back', async () => {
  let letGo = () => {};
  const barrier = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const server = await scriptedSmtp({
    RCPT: ({ line }) => (line.includes('late@') ? barrier.then(() => '250 ok') : '250 ok'),
  });
  const companion = await greetedCompanion(folder, unwatching());
  const submit = (address: string) => {
    const { job, pdf } = sampleJob(plainServer(server.port), { mail: { to: [{ name: '', address }] } });
    return companion.client.call('submit', job, { upload: pdf });
  };
  const stateOf = async (id: string) => (await companion.client.call('outcome', { ids: [id] })).outcomes[0];
  const [sent, late] = [await submit('ann@x.example'), await submit('late@x.example')];
  await expect.poll(async () => (await stateOf(sent.id))?.state, patiently).toBe('sent');
  await server.reached('RCPT', 2);
  const taken = companion.client.call('cancel', { id: late.id });
  await expect.poll(() => readLog(folder), patiently).toContain('cancel');
  letGo();
  expect(await taken).toMatchObject({ state: 'not-sent', failure: { code: 'cancelled' } });
  expect(server.messages).toHaveLength(1);
  expect(readLog(folder)).toContain('watch-failed code=ENOSPC');
  await companion.leave();
  await server.close();
});
