import { TabpostError } from '../../domain/failure.ts';
import { maxAttachments } from '../../protocol/limits.ts';

/** Readers accept a header within the first 1024 bytes, and so many invoices need it (ISO 32000-2 Annex I.2). */
const headerWithin = 1024;
const trailerWithin = 2048;

/**
 * Lets only whole PDFs through: a login page or a cut-off download often comes under the same address without an error.
 * @throws TabpostError `pdf-login-page`, `pdf-damaged`, `pdf-too-big`
 */
export async function checkedPdf(bytes: Blob): Promise<Blob> {
  if (bytes.size > maxAttachments) throw new TabpostError('pdf-too-big', { detail: String(bytes.size) });
  const head = await latin1(bytes.slice(0, headerWithin));
  if (!head.includes('%PDF-')) throw new TabpostError(/^\s*</.test(head) ? 'pdf-login-page' : 'pdf-damaged');
  const tail = await latin1(bytes.slice(Math.max(0, bytes.size - trailerWithin)));
  if (!tail.includes('%%EOF')) throw new TabpostError('pdf-damaged', { detail: 'cut off' });
  return new Blob([bytes], { type: 'application/pdf' });
}

async function latin1(part: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await part.arrayBuffer());
}
