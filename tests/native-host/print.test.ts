import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PrintChoices, usualPrintChoices } from '../../domain/print-choices.ts';
import { ensureChromium, ensureProgram } from '../../scripts/set-up.mjs';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { pdfPages, pdfText } from '../support/pdf-text.ts';

const canRun = ensureChromium() && ensureProgram('poppler');

describe.skipIf(!canRun)('the companion prints a page', () => {
  const dataDir = makeDataDir();
  let companion: Companion;
  beforeAll(async () => {
    companion = await greetedCompanion(dataDir);
  });
  afterAll(async () => {
    await companion.leave();
    removeDataDir(dataDir);
  });

  test('with selectable text, on the paper that was chosen', async () => {
    const pdf = await print(companion, '<!doctype html><title>Invoice</title><h1>Invoice 17</h1><p>Total 12,00 €');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdfText(pdf)).toContain('Total 12,00 €');
    expect(pdfPages(pdf).size).toEqual([596, 842]);
    const letter = await print(companion, '<p>x', { paper: 'letter', landscape: true });
    expect(pdfPages(letter).size).toEqual([792, 612]);
  });
});

async function print(companion: Companion, html: string, choices: Partial<PrintChoices> = {}) {
  const page = new Blob([html]);
  const sha256 = createHash('sha256').update(html).digest('hex');
  const request = {
    size: page.size,
    sha256,
    external: false,
    budgetMs: 20_000,
    choices: { ...usualPrintChoices('de'), ...choices },
  };
  const { bytes } = await companion.client.call('print', request, { upload: page });
  return Buffer.from(await bytes.arrayBuffer());
}
