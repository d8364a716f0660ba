import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { failures } from '../../domain/failure.ts';
import type { DeliveryState } from '../../domain/outcome.ts';
import {
  bundle,
  type Companion,
  greetedCompanion,
  makeDataDir,
  removeDataDir,
  startCompanion,
} from '../support/companion.ts';
import { plainServer, type Sample, sampleJob } from '../support/sample-job.ts';
import { type Script, type ScriptedSmtp, type Session, scriptedSmtp } from '../support/scripted-smtp.ts';

/** The rows of the fault table that lie in the companion alone; those that need a browser are in tests/e2e. */
const folders: string[] = [];
const servers: ScriptedSmtp[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await Promise.all(folders.splice(0).map(removeDataDir));
});

type Scene = { server: ScriptedSmtp; companion: Companion; sample: Sample; id: string; courier(): number };

async function scene(script: Script, size?: number): Promise<Scene> {
  const server = await scriptedSmtp(script);
  servers.push(server);
  const dataDir = makeDataDir();
  folders.push(dataDir);
  const companion = await greetedCompanion(dataDir);
  const sample = sampleJob(plainServer(server.port), { ...(size && { size }) });
  const { id } = sample.job.mail;
  const courier = () => Number(readFileSync(join(dataDir, 'locks', id), 'utf8').split(' ')[0]);
  return { server, companion, sample, id, courier };
}

const submit = ({ companion, sample }: Scene, attempt = 1) =>
  companion.client.call('submit', { ...sample.job, attempt }, { upload: sample.pdf });

/** Sees what the next start of the browser would see. */
async function nextCompanion({ companion, id }: Scene) {
  const next = await greetedCompanion(companion.dataDir);
  return { next, outcome: await next.settled(id) };
}

function killBoth({ companion, courier }: Scene): Promise<unknown> {
  const pid = courier();
  companion.process.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  return companion.exited;
}

describe('everything of ours is killed', () => {
  test('F6 before the dot: not sent, and the next try delivers the only copy', async () => {
    const here = await scene({ DATA: (session) => (session.count === 1 && tries++ === 0 ? never : '354 go') });
    let tries = 0;
    await submit(here);
    await here.server.reached('DATA');
    await killBoth(here);
    const { next, outcome } = await nextCompanion(here);
    expect(outcome).toMatchObject({ state: 'not-sent', failure: { code: 'connection-lost' } });
    await next.client.call('submit', { ...here.sample.job, attempt: 2 }, { upload: here.sample.pdf });
    expect(await next.settled(here.id)).toMatchObject({ state: 'sent', attempt: 2 });
    expect(here.server.messages).toHaveLength(1);
    await next.leave();
  });

  test.each([
    { left: 'all', keep: (line: string) => line, state: 'not-sent' },
    { left: 'nothing', keep: () => '', state: 'not-sent' },
    { left: 'all but the line end before it', keep: (line: string) => line.replace('\n', ' '), state: 'not-sent' },
    { left: 'no more than its line end', keep: () => '\n', state: 'unknown' },
    { left: 'half', keep: (line: string) => line.slice(0, line.length / 2), state: 'unknown' },
  ])('F6 and a power cut leaves $left of the line that says "sending": $state', async ({ keep, state }) => {
    const here = await scene({ DATA: () => never });
    await submit(here);
    await here.server.reached('DATA');
    await killBoth(here);
    const path = join(here.companion.dataDir, 'journal', `${here.id}.json`);
    const whole = readFileSync(path, 'utf8');
    const at = whole.lastIndexOf('\n');
    writeFileSync(path, (whole.slice(0, at) + keep(whole.slice(at).replace(/ +$/, ''))).padEnd(whole.length));
    const { next, outcome } = await nextCompanion(here);
    expect(outcome).toMatchObject({ state });
    await next.leave();
  });

  test('F7 after the dot, and the server takes it: unknown, and no machine sends it again', async () => {
    const here = await scene({ dot: () => never });
    await submit(here);
    await here.server.reached('dot');
    await killBoth(here);
    const { next, outcome } = await nextCompanion(here);
    expect(outcome).toMatchObject({ state: 'unknown' });
    const again = await next.client.call('submit', { ...here.sample.job, attempt: 2 }, { upload: here.sample.pdf });
    expect([again.state, again.attempt, here.server.messages.length]).toEqual(['unknown', 1, 1]);
    await next.leave();
  });

  test('F8 when the 250 has come but is not written down yet: unknown, never not sent', async () => {
    let pid = 0;
    const stopped = () => process.kill(pid, 'SIGSTOP'); // whatever arrives from now on it cannot act upon
    const here = await scene({ dot: () => (stopped() ? '250 ok' : undefined) });
    const begun = submit(here);
    await begun;
    pid = here.courier();
    await here.server.reached('dot');
    here.companion.process.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await here.companion.exited;
    const { next, outcome } = await nextCompanion(here);
    expect(outcome).toMatchObject({ state: 'unknown' });
    expect(here.server.messages).toHaveLength(1);
    await next.leave();
  });

  test('F9 and the journal is cut at any byte: every start succeeds, and what may have left is never called unsent', async () => {
    const here = await scene({ dot: () => never });
    await submit(here);
    await here.server.reached('dot');
    await killBoth(here);
    const { next } = await nextCompanion(here);
    const path = join(here.companion.dataDir, 'journal', `${here.id}.json`);
    const whole = readFileSync(path);
    const cuts = [...Array(whole.toString('latin1').trimEnd().length).keys(), whole.length - 1];
    for (const length of cuts) {
      writeFileSync(path, whole.subarray(0, length));
      const { outcomes } = await next.client.call('outcome', { ids: [here.id] });
      expect(outcomes).toMatchObject([{ state: 'unknown' }]);
    }
    await next.leave();
    for (const length of [0, 1, whole.length >> 1, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      await (await greetedCompanion(here.companion.dataDir)).leave();
    }
  });
});

test('F10 asleep while sending: woken, it goes on, and nothing is sent twice', async () => {
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const here = await scene({ dot: () => asleep.then(() => '250 ok') });
  await submit(here);
  await here.server.reached('dot');
  const sleepers = [here.courier(), here.companion.process.pid ?? 0];
  for (const pid of sleepers) process.kill(pid, 'SIGSTOP');
  wake();
  for (const pid of sleepers) process.kill(pid, 'SIGCONT');
  expect(await here.companion.settled(here.id)).toMatchObject({ state: 'sent', attempt: 1 });
  expect(here.server.messages).toHaveLength(1);
  await here.companion.leave();
});

const steps = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'body', 'dot'] as const;
type Step = (typeof steps)[number];
const hangUp = (session: Session) => session.hangUp() as undefined;
const reset = (session: Session) => session.reset() as undefined;

describe('the server breaks off or refuses', () => {
  const ends = { FIN: hangUp, RST: reset };
  test.each(steps.flatMap((step) => (['FIN', 'RST'] as const).map((end) => ({ step, end }))))(
    'F12 $end at $step: by its phase',
    async ({ step, end }) => {
      if (step === 'body' && end === 'FIN') return; // a server that only stops talking still reads the message
      const here = await scene({ [step]: ends[end] }, step === 'body' ? 8_000_000 : undefined);
      await submit(here);
      const state: DeliveryState = step === 'dot' ? 'unknown' : 'not-sent';
      expect(await here.companion.settled(here.id)).toMatchObject({ state });
      expect(here.server.messages).toHaveLength(step === 'dot' ? 1 : 0);
      await here.companion.leave();
    },
  );

  const refusals: [string, Step, string, DeliveryState][] = [
    ['F13', 'greeting', '421 busy', 'deferred'],
    ['F13', 'EHLO', '421 busy', 'deferred'],
    ['F13', 'MAIL', '451 later', 'deferred'],
    ['F15', 'RCPT', '450 4.2.0 greylisted', 'deferred'],
    ['F16', 'RCPT', '421 closing', 'deferred'],
    ['F13', 'DATA', '451 later', 'deferred'],
    ['F13', 'dot', '452 full', 'deferred'],
    ['F14', 'greeting', '554 no', 'rejected'],
    ['F14', 'MAIL', '553 no', 'rejected'],
    ['F14', 'RCPT', '550 no', 'rejected'],
    ['F14', 'DATA', '554 no', 'rejected'],
    ['F14', 'dot', '554 no', 'rejected'],
  ];
  test.each(refusals)('%s %s says %j: %s', async (_row, step, words, state) => {
    const here = await scene({ [step]: words });
    await submit(here);
    const { failure, ...outcome } = await here.companion.settled(here.id);
    expect(outcome.state).toBe(state);
    expect(failures[failure?.code ?? 'unexpected'].retry === 'later').toBe(state === 'deferred');
    expect(failure?.detail).toBe(words);
    await here.companion.leave();
  });
});

describe('the disk', () => {
  test('F19 is full: cannot be recorded, so it is not begun, and no connection carries it', async () => {
    const server = await scriptedSmtp({});
    servers.push(server);
    const dataDir = makeDataDir();
    folders.push(dataDir);
    const small = join(dataDir, 'small.sh'); // no file may grow beyond 1 KB
    writeFileSync(small, `ulimit -f 1; exec '${process.execPath}' '${bundle}' "$@"\n`);
    const companion = startCompanion(dataDir, undefined, small, '/bin/sh');
    await companion.client.call('hello', { protocol: [1, 1], version: 'test' });
    const sample = sampleJob(plainServer(server.port));
    await expect(companion.client.call('submit', sample.job, { upload: sample.pdf })).rejects.toMatchObject({
      code: 'spool-unwritable',
      detail: 'EFBIG',
    });
    expect(server.messages).toEqual([]);
    await companion.leave();
  });

  test.each(['journal', 'spool', 'locks'])(
    'F20 the folder %s cannot be used: not begun, and the doctor names it',
    async (name) => {
      const here = await scene({});
      const path = join(here.companion.dataDir, name);
      rmSync(path, { recursive: true, force: true });
      writeFileSync(path, 'not a folder');
      await expect(submit(here)).rejects.toMatchObject({ code: 'spool-unwritable' });
      expect(here.server.messages).toEqual([]);
      expect(await doctor(here.companion.dataDir)).toMatch(new RegExp(`^WRONG .*${name} cannot be written`, 'm'));
      await here.companion.leave();
    },
  );
});

async function doctor(dataDir: string): Promise<string> {
  const child = spawn(process.execPath, [bundle, 'doctor'], { env: { ...process.env, TABPOST_DATA_DIR: dataDir } });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await once(child, 'close');
  return text;
}

test('F23 something prints to stdout: only frames leave', async () => {
  const guard = fileURLToPath(new URL('../../native-host/guard-output.ts', import.meta.url));
  const program = `
    import { guardOutput } from ${JSON.stringify(guard)};
    const output = guardOutput();
    console.log('stray'); process.stdout.write('stray'); console.error('stray');
    output.write(Buffer.from('frame'));`;
  const dataDir = makeDataDir();
  folders.push(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const env = { ...process.env, TABPOST_DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { env });
  const heard: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => heard.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => heard.push(bytes));
  await once(child, 'close');
  expect(Buffer.concat(heard).toString()).toBe('frame');
  expect(existsSync(join(dataDir, 'tabpost.log'))).toBe(true);
});

const never = new Promise<string>(() => {});
