import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../domain/failure.ts';
import { maxRules } from '../../domain/settings.ts';
import type { Job } from '../../native-host/delivery/job.ts';
import { chunkSize } from '../../protocol/limits.ts';
import badInputs from '../fixtures/bad-inputs.json' with { type: 'json' };
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, type Sample, sampleJob } from '../support/sample-job.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../support/scripted-smtp.ts';

const dataDir = makeDataDir();
let companion: Companion;
let server: ScriptedSmtp;

beforeAll(async () => {
  companion = await greetedCompanion(dataDir);
  server = await scriptedSmtp({});
});
afterAll(async () => {
  await companion.leave();
  await server.close();
  await removeDataDir(dataDir);
});

describe('what is refused over the raw wire, with no connection and nothing recorded', () => {
  type Change = (job: Job & Record<string, unknown>) => unknown;
  type Row = { name: string; change: Change; code: FailureCode; address?: string };
  const disabled = ['boss@corp.test', '*@blocked.test', '*.internal.test'];
  const to =
    (address: string): Change =>
    (job) => ({ ...job, disabled, mail: { ...job.mail, to: [{ name: '', address }] } });
  const rows: Row[] = [
    {
      name: 'a disabled recipient',
      change: to('BOSS+invoice@corp.test'),
      code: 'address-disabled',
      address: 'BOSS+invoice@corp.test',
    },
    { name: 'a disabled domain', change: to('x@blocked.test'), code: 'address-disabled', address: 'x@blocked.test' },
    {
      name: 'a disabled blind recipient',
      change: (job) => ({ ...job, disabled, mail: { ...job.mail, bcc: [{ name: '', address: 'boss@corp.test' }] } }),
      code: 'address-disabled',
      address: 'boss@corp.test',
    },
    {
      name: 'a disabled reply address',
      change: (job) => ({ ...job, disabled, mail: { ...job.mail, replyTo: ['boss@corp.test'] } }),
      code: 'address-disabled',
      address: 'boss@corp.test',
    },
    {
      name: 'a disabled sender',
      change: (job) => ({ ...job, disabled, mail: { ...job.mail, from: { name: '', address: 'boss@corp.test' } } }),
      code: 'address-disabled',
      address: 'boss@corp.test',
    },
    {
      name: 'a rule nobody can read',
      change: (job) => ({ ...job, disabled: ['***'] }),
      code: 'address-disabled',
      address: 'ann@client.example',
    },
    { name: 'no recipient', change: (job) => ({ ...job, mail: { ...job.mail, to: [] } }), code: 'no-recipient' },
    {
      name: '101 recipients',
      change: (job) => ({
        ...job,
        mail: { ...job.mail, to: Array.from({ length: 101 }, (_, n) => ({ name: '', address: `a${n}@x.test` })) },
      }),
      code: 'too-many-recipients',
    },
    {
      name: '51 MB',
      change: (job) => ({
        ...job,
        mail: { ...job.mail, attachments: [{ ...job.mail.attachments[0], size: 51 * 1024 * 1024 }] },
      }),
      code: 'pdf-too-big',
    },
    {
      name: 'a login without TLS',
      change: (job) => ({
        ...job,
        server: { ...job.server, host: 'mail.example', authentication: 'password', login: 'a' },
      }),
      code: 'password-without-tls',
    },
    { name: 'CR LF in a recipient', change: to('b@x.test\r\nRCPT TO:<evil@e.test>'), code: 'request-invalid' },
    { name: 'NUL in a recipient', change: to('a@b.test\0.evil.test'), code: 'request-invalid' },
    {
      name: 'a Cc as text',
      change: (job) => ({ ...job, mail: { ...job.mail, cc: 'e@e.test' } }),
      code: 'request-invalid',
    },
    {
      name: 'own headers',
      change: (job) => ({ ...job, mail: { ...job.mail, headers: { Bcc: 'e@e.test' } } }),
      code: 'request-invalid',
    },
    {
      name: 'an own envelope',
      change: (job) => ({ ...job, mail: { ...job.mail, envelope: { to: ['e@e.test'] } } }),
      code: 'request-invalid',
    },
    {
      name: 'several senders',
      change: (job) => ({ ...job, mail: { ...job.mail, from: ['a@corp.test', 'b@corp.test'] } }),
      code: 'request-invalid',
    },
    {
      name: 'a path as attachment',
      change: (job) => ({
        ...job,
        mail: { ...job.mail, attachments: [{ ...job.mail.attachments[0], path: '/etc/passwd' }] },
      }),
      code: 'request-invalid',
    },
    {
      name: 'a file name that leaves the folder',
      change: (job) => ({
        ...job,
        mail: { ...job.mail, attachments: [{ ...job.mail.attachments[0], fileName: '../x.pdf' }] },
      }),
      code: 'request-invalid',
    },
    {
      name: 'an option of nodemailer',
      change: (job) => ({ ...job, server: { ...job.server, requireTLS: false } }),
      code: 'request-invalid',
    },
    ...(badInputs as unknown as { group: string; input: string; expect: string; why: string }[])
      .filter((row) => row.group === 'subject' && row.expect === 'reject' && typeof row.input === 'string')
      .map(
        ({ input, why }): Row => ({
          name: `${why} in the subject`,
          change: (job) => ({ ...job, mail: { ...job.mail, subject: input } }),
          code: 'request-invalid',
        }),
      ),
  ];

  test.each(rows)('$name: $code', async ({ change, code, address }) => {
    const before = server.connections();
    const { job } = sampleJob(plainServer(server.port));
    const failure = await refusal(change(job as Job & Record<string, unknown>));
    expect(failure).toMatchObject({ code, ...(address && { address }) });
    await nothingRecorded(job.mail.id);
    expect(server.connections()).toBe(before);
  });
});

describe('an upload that is not what was declared leaves nothing', () => {
  type Row = { name: string; frames: (sample: Sample) => Record<string, unknown>[]; code: FailureCode };
  const chunk = (seq: number, bytes: Uint8Array) => ({
    type: 'chunk',
    seq,
    data: Buffer.from(bytes).toString('base64'),
  });
  const end = (size: number) => ({ type: 'end', size });
  const rows: Row[] = [
    {
      name: 'chunks out of order',
      code: 'attachment-incomplete',
      frames: ({ bytes }) => [
        chunk(0, bytes.subarray(0, 300)),
        chunk(2, bytes.subarray(300, 600)),
        chunk(1, bytes.subarray(600)),
      ],
    },
    {
      name: 'one byte too few',
      code: 'attachment-incomplete',
      frames: ({ bytes }) => [chunk(0, bytes.subarray(0, -1)), end(bytes.length - 1)],
    },
    {
      name: 'one byte too many',
      code: 'attachment-incomplete',
      frames: ({ bytes }) => [chunk(0, Buffer.concat([bytes, Buffer.of(1)]))],
    },
    {
      name: 'an end that claims another size',
      code: 'attachment-incomplete',
      frames: ({ bytes }) => [chunk(0, bytes), end(bytes.length + 1)],
    },
    {
      name: 'one bit changed',
      code: 'attachment-incomplete',
      frames: ({ bytes }) => [chunk(0, bytes.with(700, (bytes[700] ?? 0) ^ 1)), end(bytes.length)],
    },
    { name: 'broken base64', code: 'attachment-incomplete', frames: () => [{ type: 'chunk', seq: 0, data: '!!!!' }] },
    {
      name: 'base64 without padding',
      code: 'attachment-incomplete',
      frames: () => [{ type: 'chunk', seq: 0, data: 'JVBERi0xLjQ' }],
    },
    { name: 'no bytes at all', code: 'attachment-incomplete', frames: () => [end(0)] },
  ];

  test.each(rows)('$name', async ({ frames, code }) => {
    const sample = sampleJob(plainServer(server.port));
    expect(await submitRaw(sample, frames(sample))).toMatchObject({ type: 'failure', failure: { code } });
    await nothingRecorded(sample.job.mail.id);
  });

  test.each(['<html>', 'MZ', '%PDF-1.4'])('%j is no whole PDF', async (text) => {
    const bytes = Buffer.from(text);
    const { createHash } = await import('node:crypto');
    const attachments = [
      { fileName: 'a.pdf', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ];
    const sample = sampleJob(plainServer(server.port), { mail: { attachments } });
    expect(await submitRaw(sample, [chunk(0, bytes), end(bytes.length)])).toMatchObject({
      failure: { code: 'pdf-damaged' },
    });
    await nothingRecorded(sample.job.mail.id);
  });

  test('a second begin with an id in use', async () => {
    const sample = sampleJob(plainServer(server.port));
    const id = randomUUID();
    companion.send({ v: 1, id, type: 'submit', body: sample.job });
    expect(await answerTo(id, { v: 1, id, type: 'submit', body: sample.job })).toMatchObject({
      failure: { code: 'request-invalid' },
    });
    companion.send({ v: 1, id, type: 'abort' });
    await nothingRecorded(sample.job.mail.id);
  });

  test('the browser goes in the middle: exit 0, nothing recorded, no mail', async () => {
    const other = await greetedCompanion(dataDir);
    const sample = sampleJob(plainServer(server.port), { size: 400_000 });
    other.send({ v: 1, id: '9', type: 'submit', body: sample.job });
    other.send({ v: 1, id: '9', ...chunk(0, sample.bytes.subarray(0, chunkSize)) });
    expect(await other.leave()).toBe(0);
    await nothingRecorded(sample.job.mail.id);
    expect(server.messages.join()).not.toContain(sample.job.mail.id);
  });
});

describe('a full list of disabled addresses', () => {
  const rule = (n: number) => `${'r'.repeat(40)}${String(n).padStart(10, '0')}@client.test`;
  const disabled = Array.from({ length: maxRules }, (_, n) => rule(n));
  const submitTo = (address: string) => {
    const { job, pdf } = sampleJob(plainServer(server.port), { disabled, mail: { to: [{ name: '', address }] } });
    return companion.client.call('submit', job, { upload: pdf });
  };

  test('stops no mail but those to its addresses', async () => {
    const { id } = await submitTo('ann@client.example');
    expect(await companion.settled(id)).toMatchObject({ state: 'sent' });
    await expect(submitTo(rule(maxRules - 1))).rejects.toMatchObject({ code: 'address-disabled' });
  });
});

describe('one mail, one copy', () => {
  test('two presses at once: both learn the same, the server gets one', async () => {
    const sample = sampleJob(plainServer(server.port), { size: 500_000 });
    const other = await greetedCompanion(dataDir);
    const submit = (by: Companion) => by.client.call('submit', sample.job, { upload: sample.pdf });
    const answers = await Promise.all([submit(companion), submit(companion), submit(other)]);
    expect(answers.map(({ id, attempt }) => ({ id, attempt }))).toEqual(
      Array(3).fill({ id: sample.job.mail.id, attempt: 1 }),
    );
    expect(await companion.settled(sample.job.mail.id)).toMatchObject({ state: 'sent' });
    expect(await submit(other)).toMatchObject({ state: 'sent', attempt: 1 });
    expect(await submit({ ...companion })).toMatchObject({ state: 'sent' });
    expect(copiesOf(server, sample)).toBe(1);
    await other.leave();
  });

  test('sent is sent: a higher attempt changes nothing', async () => {
    const sample = sampleJob(plainServer(server.port));
    await companion.client.call('submit', sample.job, { upload: sample.pdf });
    await companion.settled(sample.job.mail.id);
    const again = await companion.client.call('submit', { ...sample.job, attempt: 2 }, { upload: sample.pdf });
    expect(again).toMatchObject({ state: 'sent', attempt: 1 });
    expect(copiesOf(server, sample)).toBe(1);
  });

  test.each([
    { first: '451 later', state: 'deferred' },
    { first: '554 no', state: 'rejected' },
    { first: undefined, state: 'unknown' },
  ])(
    'after $state a higher attempt is a new try with the same Message-ID, the same attempt is not',
    async ({ first, state }) => {
      let tries = 0;
      const moody = await scriptedSmtp({
        dot({ hangUp }) {
          if (++tries > 1) return '250 ok';
          if (!first) hangUp();
          return first;
        },
      });
      const sample = sampleJob(plainServer(moody.port));
      const submit = (attempt: number) =>
        companion.client.call(
          'submit',
          { ...sample.job, attempt, secondCopyAccepted: attempt > 1 && state === 'unknown' },
          { upload: sample.pdf },
        );
      await submit(1);
      expect(await companion.settled(sample.job.mail.id)).toMatchObject({ state, attempt: 1 });
      expect(await submit(1)).toMatchObject({ state, attempt: 1 });
      expect(await submit(2)).toMatchObject({ attempt: 2 });
      expect(await companion.settled(sample.job.mail.id)).toMatchObject({ state: 'sent', attempt: 2 });
      expect(moody.messages.map((text) => /^Message-ID: (.*)\r$/im.exec(text)?.[1])).toEqual(
        Array(2).fill(sample.job.mail.messageId),
      );
      await moody.close();
    },
  );

  test('after unknown a higher attempt of the machine is answered with unknown: only a person risks a second copy', async () => {
    const server = await scriptedSmtp({
      dot({ hangUp }) {
        hangUp();
        return undefined;
      },
    });
    const sample = sampleJob(plainServer(server.port));
    const submit = (attempt: number) =>
      companion.client.call('submit', { ...sample.job, attempt }, { upload: sample.pdf });
    await submit(1);
    expect(await companion.settled(sample.job.mail.id)).toMatchObject({ state: 'unknown' });
    expect(await submit(2)).toMatchObject({ state: 'unknown', attempt: 1 });
    expect(server.messages).toHaveLength(1);
    await server.close();
  });

  test('a second copy that is put off leaves the doubt: unknown is told, and a third one needs another press', async () => {
    let tries = 0;
    const server = await scriptedSmtp({
      dot({ hangUp }) {
        if (++tries === 1) hangUp();
        return [undefined, '451 later', '250 ok'][tries - 1];
      },
    });
    const sample = sampleJob(plainServer(server.port));
    const { id } = sample.job.mail;
    const submit = (attempt: number, secondCopyAccepted: boolean) =>
      companion.client.call('submit', { ...sample.job, attempt, secondCopyAccepted }, { upload: sample.pdf });
    await submit(1, false);
    expect(await companion.settled(id)).toMatchObject({ state: 'unknown', attempt: 1 });
    await submit(2, true);
    const putOff = { state: 'unknown', attempt: 2, failure: { code: 'server-later' } };
    expect(await companion.settled(id)).toMatchObject(putOff);
    expect(await submit(3, false)).toMatchObject(putOff);
    expect(server.messages).toHaveLength(2);
    await submit(3, true);
    expect(await companion.settled(id)).toMatchObject({ state: 'sent', attempt: 3 });
    await server.close();
  });

  test('two mails at once keep their bodies apart', async () => {
    const samples = [
      sampleJob(plainServer(server.port), { size: 300_000 }),
      sampleJob(plainServer(server.port), { size: 200_000 }),
    ];
    await Promise.all(samples.map(({ job, pdf }) => companion.client.call('submit', job, { upload: pdf })));
    for (const sample of samples) {
      expect(await companion.settled(sample.job.mail.id)).toMatchObject({ state: 'sent' });
      const message = server.messages.find((text) => text.includes(sample.job.mail.id)) ?? '';
      expect(message.replaceAll('\r\n', '')).toContain(sample.bytes.toString('base64').slice(0, 500));
    }
  });

  test('an id nobody knows is absent', async () => {
    const { outcomes } = await companion.client.call('outcome', { ids: [randomUUID()] });
    expect(outcomes).toMatchObject([{ state: 'absent', attempt: 0 }]);
  });

  test('progress is told while the server is slow to take it', async () => {
    const sample = sampleJob(plainServer(server.port), { size: 3_000_000 });
    const seen: { id: string; done: number; total: number }[] = [];
    companion.client.onEvent('progress', (body) => seen.push(body as (typeof seen)[0]));
    await companion.client.call('submit', sample.job, { upload: sample.pdf });
    await companion.settled(sample.job.mail.id);
    const own = seen.filter(({ id }) => id === sample.job.mail.id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ done, total }) => done <= total)).toBe(true);
  });
});

async function submitRaw({ job }: Sample, frames: Record<string, unknown>[]): Promise<unknown> {
  const id = randomUUID();
  companion.send({ v: 1, id, type: 'submit', body: job });
  for (const frame of frames) companion.send({ v: 1, id, ...frame });
  return companion.frame(({ id: theirs }: { id?: string }) => theirs === id);
}

async function answerTo(id: string, frame: unknown): Promise<unknown> {
  companion.send(frame);
  return companion.frame(({ id: theirs }: { id?: string }) => theirs === id);
}

async function refusal(body: unknown): Promise<unknown> {
  const id = randomUUID();
  const answer = await answerTo(id, { v: 1, id, type: 'submit', body });
  return (answer as { failure?: unknown }).failure;
}

async function nothingRecorded(id: string): Promise<void> {
  const { outcomes } = await companion.client.call('outcome', { ids: [id] });
  expect(outcomes).toMatchObject([{ state: 'absent' }]);
  for (const folder of ['spool', 'journal', 'locks']) {
    const path = join(dataDir, folder);
    expect(
      existsSync(path) ? readdirSync(path).filter((name) => name.includes(id) || name.startsWith('.')) : [],
    ).toEqual([]);
  }
  expect(readFileSync(join(dataDir, 'tabpost.log'), 'utf8')).not.toContain(`id=${id}`);
}

function copiesOf({ messages }: ScriptedSmtp, { job }: Sample): number {
  return messages.filter((text) => text.includes(job.mail.messageId)).length;
}
