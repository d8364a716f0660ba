import { maxFrame } from '../protocol/limits.ts';

/** A frame as it goes over the pipe: 32-bit length, then JSON. */
export function encodeFrame(frame: unknown, limit = maxFrame): Buffer {
  const body = Buffer.from(JSON.stringify(frame));
  if (body.length > limit) return encodeFrame(tooLong(frame));
  const bytes = Buffer.allocUnsafe(4 + body.length);
  bytes.writeUInt32LE(body.length, 0);
  body.copy(bytes, 4);
  return bytes;
}

/** A longer frame would make the browser kill the port; the asker learns instead that the answer does not fit. */
function tooLong(frame: unknown): unknown {
  const id = (frame as { id?: unknown }).id;
  return {
    v: 1,
    ...(id !== undefined && { id }),
    type: 'failure',
    failure: { code: 'unexpected', detail: 'reply too long' },
  };
}
