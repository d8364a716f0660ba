import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Companion, greetedCompanion, makeDataDir, readLog, removeDataDir } from '../support/companion.ts';
import { plainServer, type Sample, sampleJob } from '../support/sample-job.ts';
import { type Script, type ScriptedSmtp, scriptedSmtp } from '../support/scripted-smtp.ts';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map(removeDataDir)));

type Scene = { server: ScriptedSmtp; companion: Companion; dataDir: string; sample: Sample; letGo: () => void };

/** A mail that was taken over and whose server waits at one step until it is let go. */
async function scene(at: 'MAIL' | 'dot', size?: number): Promise<Scene> {
  let letGo = () => {};
  const barrier = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const script: Script = { [at]: () => barrier.then(() => '250 ok') };
  const server = await scriptedSmtp(script);
  const dataDir = makeDataDir();
  folders.push(dataDir);
  const companion = await greetedCompanion(dataDir);
  const sample = sampleJob(plainServer(server.port), { ...(size && { size }) });
  await companion.client.call('submit', sample.job, { upload: sample.pdf });
  return { server, companion, dataDir, sample, letGo };
}

/** The pid that holds the mail's lock: the courier's. */
function courierOf({ dataDir, sample }: Scene): number {
  return Number(readFileSync(join(dataDir, 'locks', sample.job.mail.id), 'utf8').split(' ')[0]);
}

function kill(pid: number | undefined): void {
  if (pid) process.kill(pid, 'SIGKILL');
}

describe('what survives', () => {
  test('the companion is killed once the mail is queued: the courier delivers, the next companion reports it', async () => {
    const first = await scene('MAIL');
    kill(first.companion.process.pid);
    await first.companion.exited;
    await first.server.reached('MAIL');
    const next = await greetedCompanion(first.dataDir);
    expect((await next.client.call('outcome', { ids: [first.sample.job.mail.id] })).outcomes[0]?.state).toMatch(
      /sending|queued/,
    );
    first.letGo();
    expect(await next.settled(first.sample.job.mail.id)).toMatchObject({ state: 'sent', attempt: 1 });
    expect(first.server.messages).toHaveLength(1);
    await end(first, next);
  });

  test('the companion is killed in the same moment it answers: still exactly one copy', async () => {
    for (let round = 0; round < 5; round++) {
      const server = await scriptedSmtp({});
      const dataDir = makeDataDir();
      folders.push(dataDir);
      const companion = await greetedCompanion(dataDir);
      const sample = sampleJob(plainServer(server.port));
      await companion.client.call('submit', sample.job, { upload: sample.pdf });
      kill(companion.process.pid);
      await server.reached('dot');
      const next = await greetedCompanion(dataDir);
      expect(await next.settled(sample.job.mail.id)).toMatchObject({ state: 'sent' });
      expect(server.messages).toHaveLength(1);
      await next.leave();
      await server.close();
    }
  });

  test('the browser leaves in the usual way: the companion ends, the courier delivers', async () => {
    const first = await scene('MAIL');
    await first.server.reached('MAIL');
    expect(await first.companion.leave()).toBe(0);
    first.letGo();
    await first.server.reached('dot');
    const next = await greetedCompanion(first.dataDir);
    expect(await next.settled(first.sample.job.mail.id)).toMatchObject({ state: 'sent' });
    await end(first, next);
  });

  test('the courier is killed before the message is complete: not sent, and a new try delivers one copy', async () => {
    const first = await scene('MAIL');
    await first.server.reached('MAIL');
    kill(courierOf(first));
    const { id } = first.sample.job.mail;
    expect(await first.companion.settled(id)).toMatchObject({
      state: 'not-sent',
      failure: { code: 'connection-lost' },
    });
    first.letGo();
    const again = await first.companion.client.call(
      'submit',
      { ...first.sample.job, attempt: 2 },
      { upload: first.sample.pdf },
    );
    expect(again).toMatchObject({ attempt: 2 });
    expect(await first.companion.settled(id)).toMatchObject({ state: 'sent', attempt: 2 });
    expect(first.server.messages).toHaveLength(1);
    await end(first, first.companion);
  });

  test('a living courier is taken for dead and its mail by another: it sends no last byte and writes nothing', async () => {
    const first = await scene('MAIL');
    await first.server.reached('MAIL');
    const { id } = first.sample.job.mail;
    const files = [join(first.dataDir, 'locks', id), join(first.dataDir, 'journal', `${id}.json`)];
    writeFileSync(files[0] ?? '', `${process.pid} `);
    const before = files.map((file) => readFileSync(file, 'utf8'));
    first.letGo();
    await expect.poll(() => readLog(first.dataDir), { timeout: 30_000 }).toContain('deliver-failed');
    expect(first.server.messages).toEqual([]);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
    expect(readdirSync(join(first.dataDir, 'spool'))).toEqual([id]);
    await end(first, first.companion);
  });

  test('companion and courier are killed before the message is complete: the next companion says not sent', async () => {
    const first = await scene('MAIL');
    await first.server.reached('MAIL');
    const courier = courierOf(first);
    kill(first.companion.process.pid);
    kill(courier);
    await first.companion.exited;
    const next = await greetedCompanion(first.dataDir);
    expect(await next.settled(first.sample.job.mail.id)).toMatchObject({
      state: 'not-sent',
      failure: { code: 'connection-lost' },
    });
    expect(readdirSync(join(first.dataDir, 'spool'))).toEqual([]);
    await end(first, next);
  });

  test('companion and courier are killed after the dot: unknown, and the same attempt is not sent again', async () => {
    const first = await scene('dot');
    await first.server.reached('dot');
    const courier = courierOf(first);
    kill(first.companion.process.pid);
    kill(courier);
    await first.companion.exited;
    const next = await greetedCompanion(first.dataDir);
    expect(await next.settled(first.sample.job.mail.id)).toMatchObject({
      state: 'unknown',
      failure: { code: 'outcome-unknown' },
    });
    const replayed = await next.client.call('submit', first.sample.job, { upload: first.sample.pdf });
    expect(replayed).toMatchObject({ state: 'unknown', attempt: 1 });
    expect(first.server.messages).toHaveLength(1);
    await end(first, next);
  });

  test('a journal cut at any byte, and a spool without record, never keep the companion from starting', async () => {
    const first = await scene('MAIL');
    await first.server.reached('MAIL');
    kill(courierOf(first));
    await first.companion.settled(first.sample.job.mail.id);
    await first.companion.leave();
    const path = join(first.dataDir, 'journal', `${first.sample.job.mail.id}.json`);
    const whole = readFileSync(path);
    for (const length of [0, 1, whole.length >> 1, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      const next = await greetedCompanion(first.dataDir);
      const { outcomes } = await next.client.call('outcome', { ids: [first.sample.job.mail.id] });
      expect(outcomes).toMatchObject([{ state: 'unknown', failure: { detail: 'journal' } }]);
      await next.leave();
    }
    first.letGo();
    await first.server.close();
  });

  test('the server takes longer than the browser lives: told to the next browser', async () => {
    const first = await scene('dot', 2_000_000);
    await first.server.reached('dot');
    kill(first.companion.process.pid);
    await first.companion.exited;
    const next = await greetedCompanion(first.dataDir);
    const { outcomes } = await next.client.call('outcome', { ids: [first.sample.job.mail.id] });
    expect(outcomes).toMatchObject([{ state: 'data-complete' }]);
    first.letGo();
    expect(await next.settled(first.sample.job.mail.id)).toMatchObject({ state: 'sent' });
    await end(first, next);
  });
});

async function end({ letGo, server }: Scene, companion: Companion): Promise<void> {
  letGo();
  await companion.leave();
  await server.close();
}
