import { pdfHeaderWithin, pdfTrailerWithin } from '../../domain/attachment.ts';

export type PdfEnds = {
  /** Takes the next bytes of the file, in order. */
  update(bytes: Buffer): void;
  /** Begins and ends like a PDF: neither a web page in its place nor cut off. */
  isPdf(): boolean;
};

/** Watches both ends of a file that passes by; keeps three kilobytes. */
export function watchPdfEnds(): PdfEnds {
  let head = '';
  let tail = '';
  return {
    update(bytes) {
      if (head.length < pdfHeaderWithin) head += bytes.toString('latin1', 0, pdfHeaderWithin - head.length);
      const end = bytes.toString('latin1', Math.max(0, bytes.length - pdfTrailerWithin));
      tail = (tail + end).slice(-pdfTrailerWithin);
    },
    isPdf: () => head.includes('%PDF-') && tail.includes('%%EOF'),
  };
}
