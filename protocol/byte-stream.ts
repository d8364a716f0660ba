import { chunkSize } from './limits.ts';

/** Bytes to send: a Blob in the extension, anything that can be sliced and read. */
export type ByteSource = { size: number; slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> } };

/** Bytes read at once: a Blob lies in another process, and asking for every chunk cost 200 ms for 25 MB instead of 60 (measured). */
const pieceSize = 16 * chunkSize;

/** Cuts a source into chunks as base64; holds two pieces of 3 MB: the next one is read while this one is sent. */
export async function* base64Chunks(source: ByteSource): AsyncGenerator<string> {
  let next = readPiece(source, 0);
  for (let start = 0; start < source.size; start += pieceSize) {
    const piece = await next;
    next = readPiece(source, start + pieceSize);
    next.catch(() => undefined); // reported where it is awaited; a reader that stops early never does
    for (let at = 0; at < piece.length; at += chunkSize) yield toBase64(piece.subarray(at, at + chunkSize));
  }
}

async function readPiece(source: ByteSource, start: number): Promise<Uint8Array> {
  if (start >= source.size) return new Uint8Array();
  return new Uint8Array(await source.slice(start, Math.min(start + pieceSize, source.size)).arrayBuffer());
}

type NativeBase64 = Uint8Array & { toBase64?(): string };

function toBase64(bytes: NativeBase64): string {
  if (bytes.toBase64) return bytes.toBase64();
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

type NativeDecoder = typeof Uint8Array & { fromBase64?(text: string): Uint8Array<ArrayBuffer> };

/** @throws when the text is no base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64: decode } = Uint8Array as NativeDecoder;
  return decode ? decode.call(Uint8Array, text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
