import { describe, expect, it } from 'vitest';
import { attachmentSchema } from '../../../domain/attachment.ts';
import { z } from '../../../domain/schema.ts';
import { checkedPdf } from '../../../extension/capture/checked-pdf.ts';
import { maxAttachments } from '../../../protocol/limits.ts';
import { type BadInput, badInputs } from '../../domain/bad-inputs.ts';

type Row = { text?: string; sizeMB?: number; base64?: string; declared?: number };

const rows = badInputs('pdf').map((row) => ({ ...row, input: row.input as Row }));
const having = (key: keyof Row): (Omit<BadInput, 'input'> & { input: Row })[] =>
  rows.filter(({ input }) => key in input);

describe('checkedPdf', () => {
  it.each(having('text'))('$expect: $why', async ({ input, expect: verdict }) => {
    // The row about the header speaks of nothing else: its end is added.
    const end = verdict === 'accept' && !input.text?.includes('%%EOF') ? '\n%%EOF' : '';
    const checked = checkedPdf(new Blob([String(input.text), end]));
    if (verdict === 'accept') await expect(checked).resolves.toBeInstanceOf(Uint8Array);
    else await expect(checked).rejects.toMatchObject({ code: expect.stringMatching(/^pdf-/) });
  });

  it('a web page in place of the PDF is told from a damaged file', async () => {
    await expect(checkedPdf(new Blob(['\n <!doctype html>']))).rejects.toMatchObject({ code: 'pdf-login-page' });
    await expect(checkedPdf(new Blob(['MZ']))).rejects.toMatchObject({ code: 'pdf-damaged' });
  });

  it('a header after the first 1024 bytes is none', async () => {
    const late = new Blob([' '.repeat(1024), '%PDF-1.4\n%%EOF']);
    await expect(checkedPdf(late)).rejects.toMatchObject({ code: 'pdf-damaged' });
  });

  it('more than a mail may carry is refused before anything is read', async () => {
    const huge = new Blob([new Uint8Array(maxAttachments), '%%EOF']);
    await expect(checkedPdf(huge)).rejects.toMatchObject({ code: 'pdf-too-big' });
  });
});

// The wire's own rows (base64, declared length, server limit) are tests of the companion: hand-over and outcomes.
describe('an attachment in a mail is named by its hash alone', () => {
  const others = rows.filter(
    ({ input }) => !('text' in input || 'sizeMB' in input || 'base64' in input || 'declared' in input),
  );
  it.each(others)('$why', ({ input }) => {
    const attachment = { fileName: 'a.pdf', size: 1, sha256: '0'.repeat(64) };
    expect(z.safeParse(attachmentSchema, attachment).success).toBe(true);
    expect(z.safeParse(attachmentSchema, { ...attachment, ...input }).success).toBe(false);
  });
});
