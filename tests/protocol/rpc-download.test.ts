import { describe, expect, it, vi } from 'vitest';
import { z } from '../../domain/schema.ts';
import { chunkSize } from '../../protocol/limits.ts';
import type { Contract, StreamFrame } from '../../protocol/rpc.ts';
import { createClient } from '../../protocol/rpc-client.ts';
import { collectDownload, downloadFrames } from '../../protocol/rpc-download.ts';
import { serve } from '../../protocol/rpc-server.ts';
import { transportPair } from './transport-pair.ts';

const contract = {
  fetch: {
    request: z.strictObject({}),
    response: z.object({ pages: z.int() }),
    timeoutMs: 1000,
    onLost: 'companion-silent',
    download: true,
  },
} as const satisfies Contract;

const bytes = Uint8Array.from({ length: chunkSize * 2 + 5 }, (_, index) => index % 251);

function fetchFrom(fetch: () => Promise<{ body: { pages: number }; bytes: Uint8Array<ArrayBuffer> }>) {
  const { client: near, server: far } = transportPair();
  const client = createClient(contract, near);
  serve(contract, { fetch }, far);
  return client.call('fetch', {});
}

describe('a download', () => {
  it.each([0, 1, chunkSize, bytes.length])('of %i bytes arrives whole, with the reply', async (size) => {
    const sent = bytes.slice(0, size);
    const answer = await fetchFrom(async () => ({ body: { pages: 3 }, bytes: sent }));
    expect(answer.body).toEqual({ pages: 3 });
    expect(new Uint8Array(await answer.bytes.arrayBuffer())).toEqual(sent);
  });

  it('whose handler fails is a failure', async () => {
    await expect(fetchFrom(() => Promise.reject(new Error('no')))).rejects.toMatchObject({ code: 'unexpected' });
  });

  it('keeps its call from expiring while bytes come', async () => {
    vi.useFakeTimers();
    const { client: port } = transportPair();
    const call = createClient(contract, port).call('fetch', {});
    const frames = await framesOf(bytes);
    for (const frame of frames) {
      vi.advanceTimersByTime(900);
      port.receive(frame);
    }
    port.receive({ v: 1, id: '1', type: 'reply', body: { pages: 1 } });
    vi.useRealTimers();
    expect((await call).bytes.size).toBe(bytes.length);
  });
});

const faults: [string, (frames: StreamFrame[]) => StreamFrame[]][] = [
  ['a chunk is missing', (frames) => frames.filter((_, index) => index !== 1)],
  ['the last chunk is missing', (frames) => frames.filter((_, index) => index !== 2)],
  ['two chunks changed places', ([a, b, ...rest]) => [b, a, ...rest].filter((frame) => frame !== undefined)],
  ['the end is missing', (frames) => frames.slice(0, -1)],
  ['a chunk comes after the end', (frames) => [...frames, ...frames.slice(0, 1)]],
  ['it was given up', (frames) => [...frames, { v: 1, id: '1', type: 'abort' }]],
  [
    'a byte changed on the way',
    (frames) =>
      frames.map((frame) => (frame.type === 'chunk' && frame.seq === 2 ? { ...frame, data: 'AAAAAAA=' } : frame)),
  ],
];

describe('a download counts for nothing when', () => {
  it.each(faults)('%s', async (_name, spoil) => {
    const download = collectDownload();
    for (const frame of spoil(await framesOf(bytes))) download.take(frame);
    await expect(download.finish()).rejects.toMatchObject({ code: 'attachment-incomplete' });
  });
});

async function framesOf(whole: Uint8Array<ArrayBuffer>): Promise<StreamFrame[]> {
  const frames: StreamFrame[] = [];
  for await (const frame of downloadFrames('1', whole)) frames.push(frame);
  return frames;
}
