import { Blob } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import { base64Chunks } from '../../protocol/byte-stream.ts';
import { chunkSize } from '../../protocol/limits.ts';

const bytes = Buffer.from(Array.from({ length: 2 * chunkSize + 5 }, (_, at) => (at * 31) % 256));

async function chunksOf(source: Blob): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of base64Chunks(source)) chunks.push(chunk);
  return chunks;
}

describe('base64Chunks', () => {
  it('cuts bytes into whole chunks that decode by themselves', async () => {
    const chunks = await chunksOf(new Blob([bytes]));
    expect(chunks.map((chunk) => Buffer.from(chunk, 'base64').length)).toEqual([chunkSize, chunkSize, 5]);
    expect(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'base64'))).equals(bytes)).toBe(true);
  });

  it('gives the same text where the platform has toBase64 of its own', async () => {
    const withoutNative = await chunksOf(new Blob([bytes]));
    Object.defineProperty(Uint8Array.prototype, 'toBase64', {
      configurable: true,
      value(this: Uint8Array) {
        return Buffer.from(this).toString('base64');
      },
    });
    try {
      expect(await chunksOf(new Blob([bytes]))).toEqual(withoutNative);
    } finally {
      Reflect.deleteProperty(Uint8Array.prototype, 'toBase64');
    }
  });

  it('reads no piece before the one before was taken', async () => {
    const slice = vi.fn((start: number, end: number) => new Blob([bytes.subarray(start, end)]));
    const chunks = base64Chunks({ size: bytes.length, slice });
    await chunks.next();
    expect(slice).toHaveBeenCalledTimes(1);
  });

  it('gives nothing for no bytes', async () => {
    expect(await chunksOf(new Blob([]))).toEqual([]);
  });
});
