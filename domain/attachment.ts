import { z } from './schema.ts';
import { isHeaderText } from './text.ts';

/** Bytes at the beginning of a PDF within which readers accept its header (ISO 32000-2 Annex I.2); many invoices need it. */
export const pdfHeaderWithin = 1024;
/** Bytes at the end of a PDF within which its end mark must stand: twice what the old readers of Annex I.2 looked at, for what tools append. */
export const pdfTrailerWithin = 2048;

/** A PDF of a mail. The bytes travel apart from this; they belong together by length and SHA-256. */
export const attachmentSchema = z.strictObject({
  /** Safe on every system, always ends `.pdf`: see safeFileName. */
  fileName: z.string().check(z.refine((name) => isHeaderText(name, 255) && /^[^/\\]+\.pdf$/i.test(name))),
  /** Bytes. */
  size: z.int().check(z.gte(1)),
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export type Attachment = z.infer<typeof attachmentSchema>;
