import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { startPostfix } from '../../tests/support/postfix.ts';
import { makePdf } from '../../tests/support/sample-job.ts';
import { type Case, from, subject, text, to } from './case.ts';

export type OpenCase = {
  /** The same server, a PDF of this size. */
  ofSize(bytes: number): Promise<Case>;
  close(): void;
};

/** A Postfix with STARTTLS and login, as plain as command-line tools need their passwords. */
export async function openCase(postfixProgram: string): Promise<OpenCase> {
  const postfix = await startPostfix(postfixProgram, { user: 'u@test.example', pass: 'p' });
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-send-'));
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, postfix.certificate.cert);
  return {
    async ofSize(bytes) {
      const pdf = join(folder, `invoice-${bytes}.pdf`);
      writeFileSync(pdf, makePdf(bytes));
      const message = join(folder, `message-${bytes}.eml`);
      writeFileSync(message, await build(pdf));
      return { postfix, folder, ca, pdf, message };
    },
    close() {
      postfix.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function build(pdf: string): Promise<Buffer> {
  const builder = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await builder.sendMail({ from, to, subject, text, attachments: [{ path: pdf }] });
  return message as Buffer;
}
