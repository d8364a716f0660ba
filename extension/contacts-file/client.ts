import { TabpostError } from '../../domain/failure.ts';
import type { FileReply, FileRequest, ImportPreview, ReadRequest } from './messages.ts';

export { type OldEncoding, oldEncodings } from './decode-text.ts';
export type { ImportPreview } from './messages.ts';

/** Reads, stores and writes files of addresses beside the page. */
export type ContactsFile = {
  /** What taking over this file would do; nothing is stored. @throws TabpostError `contacts-file-refused` */
  read(request: Omit<ReadRequest, 'type'>, progress: (share: number) => void): Promise<ImportPreview>;
  /** Takes over what was read last. @throws TabpostError `storage-full`, `address-list-full` */
  store(): Promise<void>;
  /** Takes back what was stored last. */
  undo(): Promise<void>;
  /** The list, or these entries of it, as a file. */
  write(request: Omit<Extract<FileRequest, { type: 'write' }>, 'type'>): Promise<Blob>;
  /** Ends it, also in the middle of its work. */
  close(): void;
};

export function openContactsFile(): ContactsFile {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const ask = async <Type extends FileReply['type']>(
    request: FileRequest,
    type: Type,
    progress = (_: number) => {},
  ) => {
    const reply = await asked(worker, request, progress);
    if (reply.type === 'failed') throw TabpostError.from(reply.failure);
    if (reply.type !== type) throw new TabpostError('unexpected', { detail: reply.type });
    return reply as Extract<FileReply, { type: Type }>;
  };
  return {
    read: async (request, progress) => (await ask({ type: 'read', ...request }, 'preview', progress)).preview,
    store: async () => void (await ask({ type: 'store' }, 'stored')),
    undo: async () => void (await ask({ type: 'undo' }, 'stored')),
    write: async (request) => (await ask({ type: 'write', ...request }, 'file')).blob,
    close: () => worker.terminate(),
  };
}

function asked(worker: Worker, request: FileRequest, progress: (share: number) => void): Promise<FileReply> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FileReply>) => {
      if (data.type === 'progress') progress(data.share);
      else resolve(data);
    };
    worker.onerror = ({ message }) => reject(new TabpostError('unexpected', { detail: message }));
    worker.postMessage(request);
  });
}
