import type { Mail } from '../../domain/mail.ts';

/** Headers of 100 visible recipients, of the parts, and their boundaries. */
const headers = 4096;
const perRecipient = 700;

type Sized = Pick<Mail, 'attachments' | 'text'> & Partial<Pick<Mail, 'to' | 'cc'>>;

/**
 * Bytes of a mail on the wire, rounded up: base64 with its line ends, headers, and the text in the worse of the two encodings it may get.
 * The server is told this number, and it is compared with the server's SIZE.
 */
export function estimatedSize({ attachments, text, to = [], cc = [] }: Sized): number {
  const encoded = attachments.reduce((sum, { size }) => sum + base64Size(size), 0);
  const visible = (to.length + cc.length) * perRecipient;
  return encoded + Math.max(base64Size(Buffer.byteLength(text)), quotedPrintableSize(text)) + headers + visible;
}

/** Four letters for three bytes, CR LF after every 76 letters. */
function base64Size(bytes: number): number {
  return Math.ceil((Math.ceil(bytes / 3) * 4 * 78) / 76);
}

/** RFC 2045 6.7: what is no plain letter becomes three; `=` CR LF breaks lines of 76; a line end is two. */
function quotedPrintableSize(text: string): number {
  const bytes = Buffer.byteLength(text);
  const plain = text.match(/[ -<>-~]/g)?.length ?? 0;
  const lineEnds = text.match(/\n/g)?.length ?? 0;
  const letters = plain + (bytes - plain) * 3;
  return letters + Math.ceil(letters / 70) * 3 + lineEnds * 4;
}
