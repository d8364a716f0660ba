import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import type { Job } from '../../native-host/delivery/job.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, type Sample, sampleJob } from '../support/sample-job.ts';
import { type Script, type ScriptedSmtp, type Session, scriptedSmtp } from '../support/scripted-smtp.ts';

const dataDir = makeDataDir();
let companion: Companion;
let server: ScriptedSmtp;
beforeAll(async () => {
  companion = await greetedCompanion(dataDir);
});
afterEach(() => server.close());
afterAll(async () => {
  await companion.leave();
  await removeDataDir(dataDir);
});

const three = ['a@x.example', 'b@x.example', 'c@x.example'].map((address) => ({ name: '', address }));
const submit = ({ job, pdf }: Sample, changes: Partial<Job> = {}) =>
  companion.client.call('submit', { ...job, ...changes }, { upload: pdf });

async function scene(script: Script, mail: Partial<Job['mail']> = {}): Promise<Sample> {
  server = await scriptedSmtp(script);
  return sampleJob(plainServer(server.port), { mail });
}

async function deliver(sample: Sample, changes: Partial<Job> = {}): Promise<Outcome> {
  await submit(sample, changes);
  return companion.settled(sample.job.mail.id);
}

/** Holds the server at one step until it is let go. */
function barrier() {
  let letGo = () => {};
  const open = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { open, letGo };
}

describe('a connection', () => {
  test('carries mail after mail', async () => {
    const first = await scene({});
    for (const sample of [first, ...Array.from({ length: 4 }, () => sampleJob(plainServer(server.port)))])
      expect(await deliver(sample)).toMatchObject({ state: 'sent' });
    expect([server.messages.length, server.connections()]).toEqual([5, 1]);
  });

  test('that died since the last mail is replaced before anything of the next one has left', async () => {
    const first = await scene({ MAIL: ({ count, hangUp }) => (count === 2 ? hangUp() : undefined) ?? '250 ok' });
    expect(await deliver(first)).toMatchObject({ state: 'sent' });
    expect(await deliver(sampleJob(plainServer(server.port)))).toMatchObject({ state: 'sent' });
    expect([server.messages.length, server.connections()]).toEqual([2, 2]);
  });

  test('whose server says 421 to the next mail is replaced, too', async () => {
    const goodBye = ({ count, hangUp }: Session) => {
      if (count < 2) return '250 ok';
      hangUp();
      return '421 4.4.2 idle for too long';
    };
    const first = await scene({ MAIL: goodBye });
    expect(await deliver(first)).toMatchObject({ state: 'sent' });
    expect(await deliver(sampleJob(plainServer(server.port)))).toMatchObject({ state: 'sent' });
    expect([server.messages.length, server.connections()]).toEqual([2, 2]);
  });

  test('that breaks when the second mail is complete is not replaced: unknown', async () => {
    let dots = 0;
    const first = await scene({ dot: ({ hangUp }) => (++dots > 1 ? (hangUp() as undefined) : '250 ok') });
    expect(await deliver(first)).toMatchObject({ state: 'sent' });
    expect(await deliver(sampleJob(plainServer(server.port)))).toMatchObject({ state: 'unknown' });
    expect([server.messages.length, server.connections()]).toEqual([2, 1]);
  });

  test.each(['MAIL', 'RCPT', 'dot'] as const)('goes on after a refusal at %s', async (step) => {
    let times = 0;
    const first = await scene({ [step]: () => (++times > 1 ? '250 ok' : '550 no') });
    expect(await deliver(first)).toMatchObject({ state: 'rejected' });
    expect(await deliver(sampleJob(plainServer(server.port)))).toMatchObject({ state: 'sent' });
  });
});

describe('a mail that is wanted back', () => {
  test.each(['greeting', 'MAIL', 'DATA'] as const)('at %s: not sent, no copy', async (step) => {
    const { open, letGo } = barrier();
    const sample = await scene({ [step]: () => open.then(() => '250 ok') });
    await submit(sample);
    await server.reached(step);
    const outcome = await companion.client.call('cancel', { id: sample.job.mail.id });
    expect(outcome).toMatchObject({ state: 'not-sent', failure: { code: 'cancelled' } });
    letGo();
    expect(server.messages).toEqual([]);
  });

  test('after its last byte: too late, and it ends as the server says', async () => {
    const { open, letGo } = barrier();
    const sample = await scene({ dot: () => open.then(() => '250 ok') });
    await submit(sample);
    await server.reached('dot');
    const { id } = sample.job.mail;
    expect(await companion.client.call('cancel', { id })).toMatchObject({ state: 'data-complete' });
    letGo();
    expect(await companion.settled(id)).toMatchObject({ state: 'sent' });
  });

  test('may be sent again', async () => {
    const { open, letGo } = barrier();
    let times = 0;
    const sample = await scene({ MAIL: () => (++times > 1 ? '250 ok' : open.then(() => '250 ok')) });
    await submit(sample);
    await server.reached('MAIL');
    await companion.client.call('cancel', { id: sample.job.mail.id });
    letGo();
    expect(await submit(sample, { attempt: 2 })).toMatchObject({ attempt: 2 });
    expect(await companion.settled(sample.job.mail.id)).toMatchObject({ state: 'sent', attempt: 2 });
  });

  test('before it arrives: that try is refused, a higher one is sent', async () => {
    const sample = await scene({});
    const { id } = sample.job.mail;
    expect(await companion.client.call('cancel', { id, attempt: 1 })).toMatchObject({ state: 'absent' });
    await expect(submit(sample)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await submit(sample, { attempt: 2 })).toMatchObject({ attempt: 2 });
    expect(await companion.settled(id)).toMatchObject({ state: 'sent', attempt: 2 });
    expect(server.messages).toHaveLength(1);
  });

  test('that nobody knows is absent', async () => {
    server = await scriptedSmtp({});
    expect(await companion.client.call('cancel', { id: randomUUID() })).toMatchObject({ state: 'absent' });
  });
});

describe('a mail that only some have', () => {
  const later = (names: string[], reply: string): Script => ({
    RCPT: ({ line, count }) => (names.some((name) => line.includes(name)) && count < 4 ? reply : '250 ok'),
  });

  test('goes to the rest alone, with the same Message-ID, and is sent when they have it', async () => {
    let greylisted = true;
    const script: Script = { RCPT: ({ line }) => (line.includes('b@') && greylisted ? '450 4.2.0 wait' : '250 ok') };
    const sample = await scene(script, { to: [], bcc: three });
    expect(await deliver(sample)).toMatchObject({ state: 'partial', failure: { code: 'recipient-later' } });
    greylisted = false;
    const before = server.commands.length;
    const outcome = await deliver(sample, { attempt: 2, recipients: ['b@x.example'] });
    expect(outcome).toMatchObject({ state: 'sent', attempt: 2 });
    expect(outcome.recipients).toEqual(three.map(({ address }) => ({ address, accepted: true })));
    expect(server.commands.slice(before).filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<b@x.example>']);
    expect(server.messages.every((text) => text.includes(sample.job.mail.messageId))).toBe(true);
  });

  test('stays partly sent when the rest cannot be reached', async () => {
    const sample = await scene(later(['b@'], '450 wait'), { to: [], bcc: three });
    await deliver(sample);
    await server.close();
    const outcome = await deliver(sample, { attempt: 2, recipients: ['b@x.example'] });
    expect(outcome).toMatchObject({ state: 'partial', failure: { code: 'connection-refused' } });
    server = await scriptedSmtp({});
  });

  test('is still being worked on: the next try for the rest is asked to come later', async () => {
    const sample = await scene(later(['b@'], '450 wait'), { to: [], bcc: three });
    await deliver(sample);
    const lock = join(dataDir, 'locks', sample.job.mail.id);
    await expect.poll(() => existsSync(lock), { timeout: 30_000 }).toBe(false);
    writeFileSync(lock, `${process.pid} `); // as a courier does that files the copy for the Sent folder
    const again = submit(sample, { attempt: 2, recipients: ['b@x.example'] });
    await expect(again).rejects.toMatchObject({ code: 'mail-busy' });
    rmSync(lock);
  });

  test.each([
    ['to all', undefined],
    ['to one who has it', ['a@x.example']],
  ])('is not sent again %s', async (_name, recipients) => {
    const sample = await scene(later(['b@'], '450 wait'), { to: [], bcc: three });
    await deliver(sample);
    const answer = await submit(sample, { attempt: 2, ...(recipients && { recipients }) });
    expect([answer.state, answer.attempt, server.messages.length]).toEqual(['partial', 1, 1]);
  });
});

test('F28 a mail larger than the server takes: both sizes are told, and nothing is said about it to the server', async () => {
  const sample = await scene({ EHLO: '250-x\r\n250 SIZE 4000' });
  expect(await deliver(sample)).toMatchObject({
    state: 'not-sent',
    failure: { code: 'message-too-big', limit: 4000, size: expect.any(Number) },
    maxSize: 4000,
  });
  expect(server.commands.filter((line) => line.startsWith('MAIL'))).toEqual([]);
});

test('the size a server takes is told of a mail that was sent, too', async () => {
  expect(await deliver(await scene({ EHLO: '250-x\r\n250 SIZE 60000000' }))).toMatchObject({
    state: 'sent',
    maxSize: 60_000_000,
  });
});

test('a changed mail under an id that may be delivered is refused, not answered with the result of the other', async () => {
  const sample = await scene({});
  await deliver(sample);
  const mail = { ...sample.job.mail, subject: 'Another one' };
  await expect(submit(sample, { mail, attempt: 2 })).rejects.toMatchObject({ code: 'mail-changed' });
});
