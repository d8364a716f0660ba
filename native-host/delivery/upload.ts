import { join } from 'node:path';
import { TabpostError } from '../../domain/failure.ts';
import type { Upload } from '../../protocol/rpc-server.ts';
import type { Job } from './job.ts';
import { type ReceivedFile, receiveFile } from './received-file.ts';
import { attachmentName, spool } from './spool.ts';

/**
 * Takes the attachments of a mail as one stream, in their order. Nothing is recorded before every length and hash was right;
 * then `accept` gets the folder with the files. Any fault, and an abort, leaves nothing behind.
 */
export function receiveUpload<Response>(job: Job, accept: (folder: string) => Promise<Response>): Upload<Response> {
  const declared = job.mail.attachments;
  const folder = onDisk(() => spool.begin(job.mail.id));
  const files: ReceivedFile[] = [];
  const next = () => {
    const attachment = declared[files.length];
    if (!attachment) throw new TabpostError('attachment-incomplete', { detail: 'more bytes than declared' });
    const file = receiveFile(join(folder, attachmentName(files.length)), attachment);
    files.push(file);
    return file;
  };
  const close = () => {
    for (const file of files.splice(0)) file.close();
  };
  const abort = () => {
    close();
    spool.discard(folder);
  };

  return {
    abort,
    write(data) {
      let rest = decode(data);
      onDisk(() => {
        while (rest.length > 0) rest = (files.find((file) => !file.isFull()) ?? next()).write(rest);
      });
    },
    async finish(size) {
      try {
        if (size !== totalSize(job) || files.length !== declared.length)
          throw new TabpostError('attachment-incomplete', { detail: 'length' });
        onDisk(() => {
          for (const file of files) file.finish();
        });
        close();
        return await accept(folder);
      } catch (error) {
        abort();
        throw error;
      }
    },
  };
}

/** Bytes of all attachments together. */
export function totalSize({ mail }: Job): number {
  return mail.attachments.reduce((sum, { size }) => sum + size, 0);
}

/** Node skips what is no base64; the length shows it. A pattern over every frame would cost a second for 25 MB (measured). */
function decode(data: string): Buffer {
  const bytes = Buffer.from(data, 'base64');
  const padding = data.endsWith('==') ? 2 : Number(data.endsWith('='));
  if (bytes.length === (data.length / 4) * 3 - padding) return bytes;
  throw new TabpostError('attachment-incomplete', { detail: 'base64' });
}

/** A full or read-only disk is told apart from a fault of the sender. */
export function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    return asUnwritable(error);
  }
}

/** @throws TabpostError the same, or `spool-unwritable` */
export function asUnwritable(error: unknown): never {
  if (error instanceof TabpostError) throw error;
  const { code } = error as NodeJS.ErrnoException;
  throw new TabpostError('spool-unwritable', { ...(code && { detail: code }), cause: error });
}
