import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { maxRules } from '../../domain/settings.ts';
import { encodeFrame } from '../../native-host/encode-frame.ts';
import { geckoId } from '../../protocol/identity.ts';
import badInputs from '../fixtures/bad-inputs.json' with { type: 'json' };
import { makeDataDir, origin, removeDataDir, startCompanion } from '../support/companion.ts';

type Input = {
  hex?: string;
  splitBytes?: number;
  eof?: boolean;
  argv?: string[];
  json?: { unit: string; count: number };
};
type Row = { group: string; input: Input; expect: string; why: string };

const dataDir = makeDataDir();
afterAll(() => removeDataDir(dataDir));

const framing = (badInputs as unknown as Row[]).filter(({ group }) => group === 'framing');
const byHex = framing.filter(({ input }) => input.hex !== undefined);
const ping = encodeFrame({ v: 1, id: 'last', type: 'ping' });
const invalid = { v: 1, type: 'failure', failure: { code: 'frame-invalid' } };

/** A header outside 1..64 MiB, alone or behind a frame that is too short: what follows could only be guessed. */
const lengthFaults = ['4 GiB', '2 GiB', '64 MiB', 'length shorter', 'raw text'];
const isLengthFault = ({ why }: Row) => lengthFaults.some((words) => why.startsWith(words));

describe('frames of the fixture', () => {
  test.each(byHex.filter(({ expect: wanted, input }) => wanted === 'accept' && input.hex))(
    '$why',
    async ({ input }) => {
      const companion = startCompanion(dataDir);
      const bytes = Buffer.from(input.hex ?? '', 'hex');
      const step = input.splitBytes ?? bytes.length;
      for (let at = 0; at < bytes.length; at += step) companion.sendBytes(bytes.subarray(at, at + step));
      expect(await companion.leave()).toBe(0);
      const ids = bytes.includes('"id":"1","id":"2"') ? ['2'] : bytes.includes('"id":"2"') ? ['1', '2'] : ['1'];
      expect(companion.frames).toEqual(ids.map((id) => ({ v: 1, id, type: 'reply', body: {} })));
    },
  );

  test('EOF at once: exit 0, no output', async () => {
    const companion = startCompanion(dataDir);
    expect(await companion.leave()).toBe(0);
    expect(companion.printed()).toBe('');
  });

  test.each(byHex.filter((row) => row.expect === 'reject' && row.why.startsWith('EOF')))('$why', async ({ input }) => {
    const companion = startCompanion(dataDir);
    companion.sendBytes(Buffer.from(input.hex ?? '', 'hex'));
    expect(await companion.leave()).toBe(1);
    expect(companion.printed()).toBe('');
  });

  test.each(byHex.filter(isLengthFault))('$why: a failure, then the end', async ({ input }) => {
    const companion = startCompanion(dataDir);
    companion.sendBytes(Buffer.from(input.hex ?? '', 'hex'));
    expect(await companion.exited).toBe(1);
    expect(companion.frames.at(-1)).toEqual(invalid);
    expect(companion.frames.every((frame) => (frame as { type: string }).type === 'failure')).toBe(true);
  });

  const others = byHex.filter((row) => row.expect === 'reject' && !row.why.startsWith('EOF') && !isLengthFault(row));
  test.each(others)('$why: a failure, and it stays alive', async ({ input }) => {
    const companion = startCompanion(dataDir);
    companion.sendBytes(Buffer.from(input.hex ?? '', 'hex'));
    companion.sendBytes(ping);
    await companion.frame(({ id }: { id?: string }) => id === 'last');
    expect(companion.frames).toHaveLength(2);
    expect(companion.frames[0]).toMatchObject({ type: 'failure', failure: { code: 'frame-invalid' } });
    expect(companion.frames[1]).toMatchObject({ type: 'reply', id: 'last' });
    expect(await companion.leave()).toBe(0);
  });

  test.each(framing.filter(({ input }) => input.json))('$why', async ({ input: { json } }) => {
    const companion = startCompanion(dataDir);
    const deep = json?.unit.repeat(json.count) ?? '';
    const closing = json?.unit === '[' ? ']'.repeat(json.count) : `1${'}'.repeat(json?.count ?? 0)}`;
    for (const text of [deep, deep + closing]) companion.sendBytes(withHeader(Buffer.from(text)));
    companion.sendBytes(ping);
    await companion.frame(({ id }: { id?: string }) => id === 'last');
    expect(companion.frames.slice(0, 2)).toEqual([invalid, invalid]);
    expect(await companion.leave()).toBe(0);
  });

  test('a frame as long as a full list of the longest rules is read', async () => {
    const companion = startCompanion(dataDir);
    companion.send({ v: 1, id: 'long', type: 'ping', body: { rules: Array(maxRules).fill('x'.repeat(320)) } });
    const answer = await companion.frame(({ id }: { id?: string }) => id === 'long');
    expect(answer).toMatchObject({ failure: { code: 'request-invalid' } });
    companion.sendBytes(ping);
    await companion.frame(({ id }: { id?: string }) => id === 'last');
    expect(await companion.leave()).toBe(0);
  });

  test('a length of 4 GiB is refused without taking the memory', async () => {
    const companion = startCompanion(dataDir);
    companion.sendBytes(ping);
    await companion.frame(({ id }: { id?: string }) => id === 'last');
    const before = peakOf(companion.process.pid);
    companion.sendBytes(Buffer.from('ffffff', 'hex'));
    companion.sendBytes(ping.subarray(0, 0));
    expect(peakOf(companion.process.pid) - before).toBeLessThan(20_000);
    companion.sendBytes(Buffer.from('ff', 'hex'));
    expect(await companion.exited).toBe(1);
  });
});

describe('who may start it', () => {
  const refused = [
    ...framing.flatMap(({ input }) => (input.argv ? [input.argv] : [])),
    [origin, '--inspect'],
    [`${origin}x`],
    ['courier', 'x'],
  ];
  test.each(refused.map((args) => ({ args })))(
    'refuses $args with exit code 2 before it reads a byte',
    async ({ args }) => {
      const companion = startCompanion(dataDir, args);
      companion.sendBytes(ping);
      expect(await companion.exited).toBe(2);
      expect(companion.frames).toEqual([]);
    },
  );

  const welcome = [
    [origin],
    [origin, '--parent-window=77'],
    ['/x/native-messaging-hosts/org.tabpost.companion.json', geckoId],
  ];
  test.each(welcome.map((args) => ({ args })))('serves $args', async ({ args }) => {
    const companion = startCompanion(dataDir, args);
    expect(await companion.client.call('ping', {})).toEqual({});
    expect(await companion.leave()).toBe(0);
  });
});

describe('the greeting', () => {
  test.each([
    { protocol: [1, 1], answer: { protocol: 1 } },
    { protocol: [1, 7], answer: { protocol: 1 } },
    { protocol: [2, 3], answer: { code: 'companion-outdated' } },
    { protocol: [-1, 0], answer: { code: 'extension-outdated' } },
    { protocol: [1, 1.5], answer: { code: 'request-invalid' } },
  ])('protocol $protocol: $answer', async ({ protocol, answer }) => {
    const companion = startCompanion(dataDir);
    companion.send({ v: 1, id: '1', type: 'hello', body: { protocol, version: 'test' } });
    const reply = (await companion.frame(() => true)) as { body?: unknown; failure?: unknown };
    expect(reply.body ?? reply.failure).toMatchObject(answer);
    await companion.leave();
  });

  test('anything else before hello is refused, ping is not, and nothing changes after it', async () => {
    const companion = startCompanion(dataDir);
    await expect(companion.client.call('outcome', { ids: [] })).rejects.toMatchObject({
      code: 'request-invalid',
      detail: 'hello first',
    });
    expect(await companion.client.call('ping', {})).toEqual({});
    await companion.client.call('hello', { protocol: [1, 1], version: 'test' });
    expect(await companion.client.call('outcome', { ids: [] })).toEqual({ outcomes: [] });
    await companion.leave();
  });

  test('requests that come together with hello are answered in order', async () => {
    const companion = startCompanion(dataDir);
    companion.send({ v: 1, id: '1', type: 'hello', body: { protocol: [1, 1], version: 'test' } });
    companion.send({ v: 1, id: '2', type: 'outcome', body: { ids: [] } });
    companion.send({ v: 1, id: '3', type: 'constructor', body: {} });
    await companion.frame(({ id }: { id?: string }) => id === '2');
    expect(companion.frames.map((frame) => (frame as { id: string }).id).sort()).toEqual(['1', '2', '3']);
    expect(companion.frames).toContainEqual(
      expect.objectContaining({ id: '3', failure: { code: 'procedure-unknown', detail: 'constructor' } }),
    );
    await companion.leave();
  });
});

function withHeader(body: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(body.length);
  return Buffer.concat([header, body]);
}

/** kB of memory the process ever used. */
function peakOf(pid = 0): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
