// Runs inside pages of the built extension.
import { blankDraft, type Draft } from '../../../domain/draft.ts';
import { sha256Of } from '../../../protocol/sha256.ts';

export type PdfDraft = { draft: Draft; bytes: Blob; sha256: string };

/** A draft that is ready to be sent, about a PDF of this many random bytes. */
export async function pdfDraft({ tabId, size, to }: { tabId: number; size: number; to: string }): Promise<PdfDraft> {
  const bytes = randomPdf(size);
  const sha256 = await sha256Of(bytes);
  const attachment = { fileName: 'sample.pdf', size, sha256 };
  const madeAt = new Date().toISOString();
  const draft: Draft = {
    ...blankDraft({ tabId, url: 'https://invoices.acme.example/0417.pdf' }),
    to: [{ name: '', address: to }],
    subject: 'Sample',
    capture: {
      state: 'ready',
      attachments: [{ id: crypto.randomUUID(), attachment, source: 'file', url: '', madeAt }],
      choices: [],
    },
  };
  return { draft, bytes, sha256 };
}

function randomPdf(size: number): Blob {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
  bytes.set(new TextEncoder().encode('\n%%EOF\n'), size - 7);
  return new Blob([bytes]);
}
