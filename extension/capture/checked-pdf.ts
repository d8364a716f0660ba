import { pdfHeaderWithin, pdfTrailerWithin } from '../../domain/attachment.ts';
import { TabpostError } from '../../domain/failure.ts';
import { maxAttachments } from '../../protocol/limits.ts';

export type PdfBytes = Uint8Array<ArrayBuffer>;

/**
 * Lets only whole PDFs through: a login page or a cut-off download often comes under the same address without an error.
 * @returns the bytes in memory: to check and to hash them in a Blob costs a copy from another process each time
 * @throws TabpostError `pdf-login-page`, `pdf-damaged`, `pdf-too-big`
 */
export async function checkedPdf(source: Blob | ArrayBuffer): Promise<PdfBytes> {
  const size = source instanceof Blob ? source.size : source.byteLength;
  if (size > maxAttachments) throw new TabpostError('pdf-too-big', { detail: String(size) });
  const bytes = new Uint8Array(source instanceof Blob ? await source.arrayBuffer() : source);
  const head = latin1(bytes.subarray(0, pdfHeaderWithin));
  if (!head.includes('%PDF-')) throw new TabpostError(/^\s*</.test(head) ? 'pdf-login-page' : 'pdf-damaged');
  const tail = latin1(bytes.subarray(-pdfTrailerWithin));
  if (!tail.includes('%%EOF')) throw new TabpostError('pdf-damaged', { detail: 'cut off' });
  return bytes;
}

function latin1(part: Uint8Array): string {
  return new TextDecoder('latin1').decode(part);
}
