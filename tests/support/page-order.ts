import { createHash } from 'node:crypto';
import { type PrintChoices, usualPrintChoices } from '../../domain/print-choices.ts';

type Order = { external?: boolean; budgetMs?: number; choices?: Partial<PrintChoices> };

/** A request to print this HTML, and its bytes. */
export function pageOrder(html: string, { external = false, budgetMs = 20_000, choices = {} }: Order = {}) {
  const upload = new Blob([html]);
  const sha256 = createHash('sha256').update(html).digest('hex');
  const request = {
    size: upload.size,
    sha256,
    external,
    budgetMs,
    choices: { ...usualPrintChoices('de'), ...choices },
  };
  return { request, upload };
}
