import { safeFileName } from '../../domain/mail.ts';

type Source = { disposition: string | null; url: string; title: string };

/** The best name at hand: what the server says, else the last part of the address, else the tab's title. */
export function pdfFileName({ disposition, url, title }: Source): string {
  return safeFileName(namedBy(disposition ?? '') || lastSegment(url) || title);
}

/** `filename*` (RFC 8187) wins over `filename` (RFC 6266 section 4.3). */
function namedBy(disposition: string): string {
  const extended = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  if (extended) return decoded(extended);
  const [, quoted, token] = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? token ?? '';
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
