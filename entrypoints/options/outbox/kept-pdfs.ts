import type { Attachment } from '../../../domain/attachment.ts';
import { eml } from '../../../domain/eml.ts';
import { TabpostError } from '../../../domain/failure.ts';
import type { Mail } from '../../../domain/mail.ts';
import { readPdf } from '../../../extension/storage/pdf-store.ts';
import { saveFile } from './save-file.ts';

/** Shows the bytes that were sent in the browser's own viewer. @throws TabpostError `draft-missing` once they are no longer kept */
export async function openKept(attachment: Attachment): Promise<void> {
  window.open(URL.createObjectURL(await kept(attachment)));
}

/** @throws TabpostError `draft-missing` */
export async function saveKept(attachment: Attachment): Promise<void> {
  saveFile(await kept(attachment), attachment.fileName);
}

/** Saves the mail as a file for mail programs. @throws TabpostError `draft-missing` */
export async function saveEml(mail: Mail): Promise<void> {
  const files = await Promise.all(mail.attachments.map(async (attachment) => toBase64(await kept(attachment))));
  const name = mail.attachments[0]?.fileName.replace(/\.pdf$/i, '') ?? mail.id;
  saveFile(new Blob([eml(mail, files)], { type: 'message/rfc822' }), `${name}.eml`);
}

export async function areKept(attachments: Attachment[]): Promise<boolean> {
  const found = await Promise.all(attachments.map(({ sha256 }) => readPdf(sha256)));
  return found.every((bytes) => bytes !== undefined);
}

async function kept({ sha256, fileName }: Attachment): Promise<File> {
  const bytes = await readPdf(sha256);
  if (!bytes) throw new TabpostError('draft-missing');
  return new File([bytes], fileName, { type: 'application/pdf' });
}

async function toBase64(bytes: Blob): Promise<string> {
  return new Uint8Array(await bytes.arrayBuffer()).toBase64();
}
