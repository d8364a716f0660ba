import { safeFileName } from '../../domain/mail.ts';

type Source = { disposition: string | null; url: string; title: string };

/** The best name at hand: what the server says, else the last part of the address, else the tab's title. */
export function pdfFileName({ disposition, url, title }: Source): string {
  return safeFileName(namedBy(disposition ?? '') || lastSegment(url) || title);
}

/** `filename*` (RFC 8187) wins over `filename` (RFC 6266 section 4.3). */
function namedBy(disposition: string): string {
  const extended = /(?:^|;)\s*filename\*\s*=\s*(utf-8|iso-8859-1)'[^']*'([^;\s]+)/i.exec(disposition);
  if (extended) return decodedBytes(extended[1] ?? 'utf-8', extended[2] ?? '');
  const [, quoted, token] = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? [];
  return asUtf8(quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
}

/** Percent-encoded bytes in their character set. */
function decodedBytes(charset: string, text: string): string {
  const bytes = text.replace(/%([\da-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new TextDecoder(charset).decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}

/** Many servers write plain UTF-8 into the header, which reaches us letter by byte. What is no UTF-8 stays as it is. */
function asUtf8(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** Only a segment that is a PDF's name: paths like /print or /invoice/17 say less than the title does. */
function lastSegment(url: string): string {
  const segment = decoded(URL.parse(url)?.pathname.split('/').at(-1) ?? '');
  return /\.pdf$/i.test(segment) ? segment : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not percent-encoded UTF-8: the letters as they stand are the name
  }
}
