import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Mail } from '../../domain/mail.ts';
import type { Server } from '../../domain/profile.ts';
import type { Job } from '../../native-host/delivery/job.ts';

export type Sample = { job: Job; pdf: Blob; bytes: Buffer };

/** Bytes that begin and end like a PDF and cannot be compressed. */
export function makePdf(size: number): Buffer {
  const head = Buffer.from('%PDF-1.7\n');
  const tail = Buffer.from('\n%%EOF\n');
  return Buffer.concat([head, randomBytes(Math.max(0, size - head.length - tail.length)), tail]);
}

/** A server without encryption on this computer, as the scripted one is. */
export function plainServer(port: number, changes: Partial<Server> = {}): Server {
  return { host: '127.0.0.1', port, security: 'none', authentication: 'none', login: '', ...changes };
}

/** A mail with one PDF, ready to be submitted. */
export function sampleJob(
  server: Server,
  changes: { mail?: Partial<Mail>; size?: number; bytes?: Buffer } & Partial<Omit<Job, 'mail'>> = {},
): Sample {
  const { mail, size = 5000, bytes = makePdf(size), ...rest } = changes;
  const id = mail?.id ?? randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const job: Job = {
    mail: {
      id,
      messageId: `<${id}@corp.example>`,
      date: '2026-03-01T10:20:30.000Z',
      from: { name: 'Corp Billing', address: 'billing@corp.example' },
      replyTo: [],
      to: [{ name: '', address: 'ann@client.example' }],
      cc: [],
      bcc: [],
      subject: 'Invoice 2026-001',
      text: 'Please find the invoice attached.',
      attachments: [{ fileName: 'invoice.pdf', size: bytes.length, sha256 }],
      ...mail,
    },
    server,
    disabled: [],
    attempt: 1,
    secondCopyAccepted: false,
    ...rest,
  };
  return { job, bytes, pdf: new Blob([new Uint8Array(bytes)]) };
}
