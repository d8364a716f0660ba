import { safeFileName } from './mail.ts';

export type NameSource = {
  /** What the page or its server calls the PDF. */
  fileName: string;
  title: string;
  url: string;
  /** ISO 8601. */
  date: string;
};

const paper = 'invoice|rechnung|facture|factura|fattura|faktura|receipt|credit[ -]?note|gutschrift|offer|angebot|order';

/** A word for the paper, then perhaps "No.", then the number: `Invoice no. 2026-0417`, `RE 2026/17`. */
const named = new RegExp(
  `(?:\\b(?:${paper}|inv|re|rg)|\\b(?:no|nr|č|n°|number|nummer|číslo))[ ._:#-]*(?:(?:no|nr|č|n°|number|nummer|číslo)[ ._:#]*)?((?=[^\\s]*\\d)[\\p{L}\\d]+(?:[-/._]?[\\p{L}\\d]+)*)`,
  'iu',
);
/** Without such a word: letters, a year or a group of digits, joined by strokes. */
const bare = /\b(?=[A-Z\d/_-]*\d{3})(?:[A-Z]{1,5}[-_/]?)?\d{2,}(?:[-_/]\d+)*\b/u;

/**
 * The file's name by a pattern of `{number} {customer} {date}` and any text; '' when the pattern needs a number or customer
 * that is nowhere to be found: then the name the page gives is the better one.
 */
export function invoiceName(pattern: string, source: NameSource): string {
  const values: Record<string, string> = {
    number: invoiceNumber(source),
    customer: customerIn(source.title),
    date: source.date.slice(0, 10),
  };
  const needed = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key);
  if (needed.length === 0 || needed.some((key) => key === 'number' && !values[key])) return '';
  const text = pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
  // What stood around a missing value must not be left dangling.
  const tidy = text
    .replace(/\s{2,}/g, ' ')
    .replace(/(?:[\s_-]*[-_][\s_-]*)+$|^[\s_-]+/g, '')
    .trim();
  return tidy && safeFileName(tidy);
}

/** The number of the invoice in the file's name, the title or the address, whichever has one first. */
function invoiceNumber({ fileName, title, url }: NameSource): string {
  const places = [fileName.replace(/\.pdf$/i, '').replaceAll('_', ' '), title, pathOf(url)];
  for (const pattern of [named, bare]) {
    for (const place of places) {
      const found = pattern.exec(place);
      const number = found?.[1] ?? (pattern === bare ? found?.[0] : undefined);
      if (number && number.length <= 40) return number.replaceAll('/', '-');
    }
  }
  return '';
}

/** In `Invoice 2026-17 – Northwind Traders | ERP` the part after the number; pages put the customer there or not at all. */
function customerIn(title: string): string {
  const parts = title.replace(/\.pdf$/i, '').split(/\s+[-–—|·:]\s+|\s*[|·]\s*|,\s+/);
  const at = parts.findIndex((part) => named.test(part) || bare.test(part));
  const next = at < 0 ? undefined : parts[at + 1];
  return next && /^[^\d]{2,60}$/.test(next) ? next.trim() : '';
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(URL.parse(url)?.pathname ?? '').replaceAll('/', ' ');
  } catch {
    return ''; // an address that is no UTF-8 names nothing
  }
}
