import { closeSync, openSync, writeSync } from 'node:fs';
import type { Attachment } from '../../domain/attachment.ts';
import { TabpostError } from '../../domain/failure.ts';
import { watchPdfEnds } from './pdf-ends.ts';

export type ReceivedFile = {
  /** Writes what still belongs to this file and returns the bytes that do not. */
  write(bytes: Buffer): Buffer;
  isFull(): boolean;
  /** @throws TabpostError `attachment-incomplete`, `pdf-damaged` */
  finish(): void;
  close(): void;
};

/** One attachment on its way into the spool. Written at once, so a slow disk slows the sender instead of filling the memory. */
export function receiveFile(path: string, declared: Attachment): ReceivedFile {
  const file = openSync(path, 'wx', 0o600);
  const { createHash } = process.getBuiltinModule('node:crypto'); // not before the first mail: it costs 4 MB
  const hash = createHash('sha256');
  const ends = watchPdfEnds();
  let received = 0;

  return {
    isFull: () => received === declared.size,
    close: () => closeSync(file),
    write(bytes) {
      const mine = bytes.subarray(0, declared.size - received);
      for (let done = 0; done < mine.length; ) done += writeSync(file, mine, done);
      hash.update(mine);
      ends.update(mine);
      received += mine.length;
      return bytes.subarray(mine.length);
    },
    finish() {
      if (received !== declared.size) throw new TabpostError('attachment-incomplete', { detail: 'length' });
      if (hash.digest('hex') !== declared.sha256) throw new TabpostError('attachment-incomplete', { detail: 'sha256' });
      if (!ends.isPdf()) throw new TabpostError('pdf-damaged');
    },
  };
}
