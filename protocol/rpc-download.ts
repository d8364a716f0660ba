import { TabpostError } from '../domain/failure.ts';
import { base64Chunks, fromBase64 } from './byte-stream.ts';
import { maxAttachments } from './limits.ts';
import type { StreamFrame } from './rpc.ts';
import { sha256Of } from './sha256.ts';

/** What the handler of a procedure with `download` returns. */
export type Download<Response> = { body: Response; bytes: Uint8Array<ArrayBuffer> };

export function isDownload(result: unknown): result is Download<unknown> {
  return typeof result === 'object' && result !== null && 'bytes' in result && result.bytes instanceof Uint8Array;
}

/** The frames that come before the reply. */
export async function* downloadFrames(id: string, bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<StreamFrame> {
  let seq = 0;
  for await (const data of base64Chunks(new Blob([bytes]))) yield { v: 1, id, type: 'chunk', seq: seq++, data };
  yield { v: 1, id, type: 'end', size: bytes.length, sha256: await sha256Of(bytes) };
}

export type Collector = {
  take(part: StreamFrame): void;
  /** @throws TabpostError `attachment-incomplete` unless every byte came as it was sent */
  finish(): Promise<Blob>;
};

/** Puts a download together again. */
export function collectDownload(): Collector {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let end: { size: number; sha256?: string | undefined } | undefined;
  let fault: string | undefined;
  return {
    take(part) {
      if (part.type === 'abort' || end) fault ??= 'after its end';
      else if (part.type === 'end') end = part;
      else if (part.seq !== pieces.length) fault ??= 'chunks out of order';
      else if (size > maxAttachments) fault ??= 'too long';
      else {
        const piece = fromBase64(part.data);
        size += piece.length;
        pieces.push(piece);
      }
    },
    async finish() {
      if (end?.size !== size) fault ??= 'length';
      const bytes = new Blob(pieces);
      if (!fault && end?.sha256 !== (await sha256Of(bytes))) fault = 'sha256';
      if (fault) throw new TabpostError('attachment-incomplete', { detail: fault });
      return bytes;
    },
  };
}
