import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { encodeFrame } from '../../native-host/encode-frame.ts';
import { type Random, seededRandom } from '../crash/random.ts';
import { greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, sampleJob } from '../support/sample-job.ts';

const frames = 10_000;
/** A new one every day; it stands in the title of a failure. */
const seed = Math.floor(Date.now() / 86_400_000);
const dataDir = makeDataDir();
afterAll(() => removeDataDir(dataDir));

/** kB: what it needs anyway after a first request, and the room of some frames. */
const enoughMemory = 160_000;

const words = [
  'ping',
  'submit',
  'outcome',
  'cancel',
  'chunk',
  'end',
  'abort',
  'hasSecret',
  'constructor',
  '__proto__',
  '',
];

/** Nothing whose right form would reach a network or a keyring. */
function fuzzed(random: Random): Buffer {
  const kind = random.below(4);
  if (kind === 0)
    return withHeader(Buffer.from(Array.from({ length: 1 + random.below(200) }, () => random.below(256))));
  const frame = { v: 1, id: String(random.below(50)), type: random.oneOf(words), body: value(random, 0) };
  if (kind === 1) return encodeFrame(frame);
  if (kind === 2) return withHeader(broken(random, encodeFrame(frame).subarray(4)));
  return encodeFrame({ ...frame, type: 'submit', body: mutated(random, sampleJob(plainServer(1), { size: 100 }).job) });
}

function withHeader(body: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(body.length);
  return Buffer.concat([header, body]);
}

function broken(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let times = 1 + random.below(4); times > 0; times--) copy[random.below(copy.length)] = random.below(256);
  return copy;
}

function value(random: Random, depth: number): unknown {
  const kind = random.below(depth > 5 ? 5 : 7);
  if (kind === 5) return Array.from({ length: random.below(5) }, () => value(random, depth + 1));
  if (kind === 6)
    return Object.fromEntries(
      Array.from({ length: random.below(5) }, () => [
        random.oneOf(['ids', 'id', 'mail', 'to', '']),
        value(random, depth + 1),
      ]),
    );
  return [null, random.next(), random.below(1e9), '\u202e\0x'.repeat(random.below(2000)), random.chance(0.5)][kind];
}

/** One field, somewhere, is something else. */
function mutated(random: Random, job: object): object {
  const copy = structuredClone(job) as Record<string, unknown>;
  let at = copy;
  for (;;) {
    const key = random.oneOf(Object.keys(at));
    const inner = at[key];
    if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && random.chance(0.7))
      at = inner as typeof copy;
    else {
      at[key] = value(random, 3);
      return copy;
    }
  }
}

test(`${frames} fuzzed frames (seed ${seed}): each answered with a failure of the table, nothing recorded, no memory taken`, async () => {
  const random = seededRandom(seed);
  const companion = await greetedCompanion(dataDir);
  for (let sent = 0; sent < frames; sent += 100) {
    for (let each = 0; each < 100; each++) companion.sendBytes(fuzzed(random));
    companion.send({ v: 1, id: `after-${sent}`, type: 'ping' });
    await companion.frame(({ id }: { id?: string }) => id === `after-${sent}`);
  }
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${companion.process.pid}/status`, 'utf8'))?.[1];
  expect(Number(peak)).toBeLessThan(enoughMemory);
  const answers = companion.frames as { type: string; failure?: { code: string } }[];
  const codes = new Set(answers.flatMap(({ failure }) => failure?.code ?? []));
  const expected = [
    'address-disabled',
    'address-invalid',
    'attachment-incomplete',
    'frame-invalid',
    'no-recipient',
    'pdf-too-big',
    'procedure-unknown',
    'request-invalid',
  ];
  expect([...codes].filter((code) => !expected.includes(code))).toEqual([]);
  expect(answers.filter(({ type }) => type === 'failure').length).toBeGreaterThan(frames / 2);
  expect(await companion.leave()).toBe(0);
});
