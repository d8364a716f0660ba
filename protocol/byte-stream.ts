import { chunkSize } from './limits.ts';

/** Bytes to send: a Blob in the extension, anything that can be sliced and read. */
export type ByteSource = { size: number; slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> } };

/** Reads a source piece by piece as base64, so that no more than one piece is held. */
export async function* base64Chunks(source: ByteSource): AsyncGenerator<string> {
  for (let start = 0; start < source.size; start += chunkSize) {
    const piece = await source.slice(start, Math.min(start + chunkSize, source.size)).arrayBuffer();
    yield toBase64(new Uint8Array(piece));
  }
}

type NativeBase64 = Uint8Array & { toBase64?(): string };

function toBase64(bytes: NativeBase64): string {
  if (bytes.toBase64) return bytes.toBase64();
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
