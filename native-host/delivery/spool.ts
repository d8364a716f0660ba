import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../domain/schema.ts';
import { dataFolder } from '../data-folder.ts';
import { isAlive, markOf } from '../process-mark.ts';
import { flushFile, flushFolder } from '../write-durably.ts';
import { type Job, jobSchema } from './job.ts';

/** `.upload-ID-PID-START-…`: a number alone may be another process's by now. Older uploads have no START. */
const uploadName = /^\.upload-([0-9a-f-]{36})-(\d+)-(?:(\w*)-)?/;

/** Mails on their way: a folder each, with the job and its attachments `0.pdf`, `1.pdf`… It is gone when the mail is settled. */
export const spool = {
  /** An empty 0700 folder for an upload of this mail; it becomes the mail's own by `commit`. */
  begin(id: string): string {
    const started = markOf(process.pid)?.started ?? '';
    return mkdtempSync(join(dataFolder('spool'), `.upload-${id}-${process.pid}-${started}-`));
  },

  /**
   * Adds the job to bytes that were verified. They wait for the disk only when a copy for the Sent folder may be made of them later: nothing is
   * sent from here after a power cut, so the bytes of most mails never need to reach the disk at all (flushing and freeing them cost
   * more than sending, measured).
   */
  async complete(upload: string, job: Job): Promise<void> {
    writeFileSync(join(upload, 'job.json'), JSON.stringify(job), { mode: 0o600 });
    if (!job.sentCopy) return;
    await Promise.all(readdirSync(upload).map((name) => flushFile(join(upload, name))));
    flushFolder(upload);
  },

  /** From here on the mail is complete. */
  commit(upload: string, { mail, sentCopy }: Job): void {
    spool.remove(mail.id); // of an earlier try, already settled
    renameSync(upload, pathOf(mail.id));
    if (sentCopy) flushFolder(dataFolder('spool'));
  },

  /** @throws when the job is gone or damaged */
  read(id: string): Job {
    return z.parse(jobSchema, JSON.parse(readFileSync(join(pathOf(id), 'job.json'), 'utf8')));
  },

  attachment(id: string, index: number): string {
    return join(pathOf(id), attachmentName(index));
  },

  /** Drops an upload that came to nothing; one that was committed lies elsewhere by then. */
  discard(upload: string): void {
    rmSync(upload, { recursive: true, force: true });
  },

  remove(id: string): void {
    rmSync(pathOf(id), { recursive: true, force: true });
  },

  ids(): string[] {
    return readdirSync(dataFolder('spool')).filter((name) => !uploadName.test(name));
  },

  /** Uploads whose companion was killed in the middle. */
  dropAbandonedUploads(): void {
    for (const { folder, isAbandoned } of uploads())
      if (isAbandoned()) rmSync(folder, { recursive: true, force: true });
  },

  /** A running companion, ours or an earlier one, is still taking this mail: nobody can say yet whether it will. */
  isArriving(id: string): boolean {
    return uploads().some((upload) => upload.id === id && !upload.isAbandoned());
  },

  has(id: string): boolean {
    return existsSync(pathOf(id));
  },
};

export function attachmentName(index: number): string {
  return `${index}.pdf`;
}

type UploadFolder = { id: string; folder: string; isAbandoned(): boolean };

function uploads(): UploadFolder[] {
  return readdirSync(dataFolder('spool')).flatMap((name) => {
    const [, id, pid, started = ''] = uploadName.exec(name) ?? [];
    if (id === undefined) return [];
    const isAbandoned = () => !isAlive({ pid: Number(pid), started });
    return [{ id, folder: join(dataFolder('spool'), name), isAbandoned }];
  });
}

function pathOf(id: string): string {
  return join(dataFolder('spool'), id);
}
