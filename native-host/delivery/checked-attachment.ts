import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import type { Attachment } from '../../domain/attachment.ts';
import { type Failure, TabpostError, toFailure } from '../../domain/failure.ts';

/** Bytes read at once. Every stream down to the encryption holds a piece: with 128 KiB a big mail took 15 MB more (measured). */
const pieceSize = 64 * 1024;

export type CheckedAttachment = {
  stream: Readable;
  /** Set when the bytes on disk were not the ones that were approved. */
  fault(): Failure | undefined;
  close(): void;
};

/**
 * The bytes of a spooled attachment, verified once more while they pass. A stream that merely ended early would be delivered
 * cut off (measured); this one fails instead, and then no final dot is sent.
 * @throws TabpostError `attachment-incomplete` when the file is not there or has another length
 */
export function openAttachment(path: string, declared: Attachment): CheckedAttachment {
  const file = openExact(path, declared.size);
  const hash = createHash('sha256');
  let fault: Failure | undefined;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      next(null, chunk);
    },
    flush(next) {
      if (hash.digest('hex') !== declared.sha256) fault = toFailure(incomplete('sha256'));
      next(fault && new Error('attachment changed')); // not ours: nodemailer writes its own code into the error it gets
    },
  });
  const source: Readable = Readable.from(
    piecesOf(file, () => source.destroyed),
    { objectMode: false },
  );
  source.on('error', (error) => check.destroy(error));
  const close = () => {
    source.destroy(); // or it would go on with the next file that gets this number
    closeSync(file);
  };
  return { stream: source.pipe(check), fault: () => fault, close };
}

/** Read without a thread: the bytes were written a moment ago and lie in memory, but every change of thread waits its turn on a busy computer. */
function* piecesOf(file: number, isClosed: () => boolean): Generator<Buffer> {
  while (!isClosed()) {
    const piece = Buffer.allocUnsafe(pieceSize);
    const count = readSync(file, piece);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}

function openExact(path: string, size: number): number {
  const file = openIfThere(path);
  if (fstatSync(file).size === size) return file;
  closeSync(file);
  throw incomplete('length');
}

function openIfThere(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    throw incomplete('missing', cause);
  }
}

function incomplete(detail: string, cause?: unknown): TabpostError {
  return new TabpostError('attachment-incomplete', { detail, cause });
}
