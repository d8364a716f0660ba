import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import type { Attachment } from '../../domain/attachment.ts';
import { type Failure, TabpostError, toFailure } from '../../domain/failure.ts';

export type CheckedAttachment = {
  stream: Readable;
  /** Set when the bytes on disk were not the ones that were approved. */
  fault(): Failure | undefined;
  close(): Promise<void>;
};

/**
 * The bytes of a spooled attachment, verified once more while they pass. A stream that merely ended early would be delivered
 * cut off (measured); this one fails instead, and then no final dot is sent.
 * @throws TabpostError `attachment-incomplete` when the file is not there or has another length
 */
export async function openAttachment(path: string, declared: Attachment): Promise<CheckedAttachment> {
  const file = await openExact(path, declared.size);
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
  const source = file.createReadStream({ autoClose: false });
  source.on('error', (error) => check.destroy(error));
  return { stream: source.pipe(check), fault: () => fault, close: () => file.close() };
}

async function openExact(path: string, size: number): Promise<FileHandle> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw incomplete('missing', cause);
  });
  if ((await file.stat()).size === size) return file;
  await file.close();
  throw incomplete('length');
}

function incomplete(detail: string, cause?: unknown): TabpostError {
  return new TabpostError('attachment-incomplete', { detail, cause });
}
