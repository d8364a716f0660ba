/** Readers look for the header in the first and for the end mark in the last 1024 bytes (PDF 1.7 annex H). */
const window = 1024;

export type PdfEnds = {
  /** Takes the next bytes of the file, in order. */
  update(bytes: Buffer): void;
  /** Begins and ends like a PDF: neither a web page in its place nor cut off. */
  isPdf(): boolean;
};

/** Watches both ends of a file that passes by; keeps two kilobytes. */
export function watchPdfEnds(): PdfEnds {
  let head = '';
  let tail = '';
  return {
    update(bytes) {
      if (head.length < window) head += bytes.toString('latin1', 0, window - head.length);
      tail = (tail + bytes.toString('latin1', Math.max(0, bytes.length - window))).slice(-window);
    },
    isPdf: () => head.includes('%PDF-') && tail.includes('%%EOF'),
  };
}
