import { describe, expect, it } from 'vitest';
import { documentOf, hasStayed, isSameDocument } from '../../domain/shown-document.ts';

const invoice = {
  load: 1,
  headings: 'Invoice',
  text: 'No. 2026-0041 Harbor Ltd 10115 Berlin Total 1,190.00 Unread (3) 08:03',
};
const changed = (changes: Partial<typeof invoice>) => ({ ...invoice, ...changes });
const replaced = (old: string, by: string) => changed({ text: invoice.text.replace(old, by) });
const list = '2026-0041 2026-0042 2026-0043';

describe('in a page that changed without being loaded anew', () => {
  it.each<[string, typeof invoice, typeof invoice, boolean]>([
    ['nothing changed', invoice, invoice, true],
    ['another number', invoice, replaced('2026-0041', '2026-0042'), false],
    ['another amount', invoice, replaced('1,190.00', '2,380.00'), false],
    ['another heading', invoice, changed({ headings: 'Reminder' }), false],
    ['a clock', invoice, replaced('08:03', '08:04:10'), true],
    ['a clock of twelve hours', replaced('08:03', '8:03 a.m.'), replaced('08:03', '8:04 AM'), true],
    ['an unread message', invoice, replaced('(3)', '(4)'), true],
    ['minutes ago', replaced('08:03', '3 minutes ago'), replaced('08:03', '1000 minutes ago'), true],
    ['how long the server took', replaced('08:03', 'in 0.0345 s'), replaced('08:03', 'in 0.0412 s'), true],
    ['something that came to it', invoice, changed({ text: `${invoice.text} Paid on 2026-11-23` }), true],
    ['words without a number', invoice, replaced('Harbor Ltd', 'Please wait'), true],
    [
      'the next of a list that shows all numbers',
      changed({ text: `${list} Invoice 2026-0041` }),
      changed({ text: `${list} Invoice 2026-0042` }),
      false,
    ],
    [
      'a line of a long one',
      changed({ text: Array.from({ length: 3000 }, (_, at) => `${at}.00`).join(' ') }),
      changed({ text: Array.from({ length: 3000 }, (_, at) => `${at === 2999 ? 7777 : at}.00`).join(' ') }),
      false,
    ],
  ])('%s', (_what, before, now, same) => {
    expect(isSameDocument(documentOf(before), documentOf(now))).toBe(same);
  });
});

describe('in a page that was loaded anew', () => {
  it.each<[string, Partial<typeof invoice>, boolean]>([
    ['the same words', {}, true],
    ['the same at another time', replaced('08:03', '08:04'), true],
    ['a letter without a number to somebody else', replaced('Harbor Ltd', 'Northwind Inc'), false],
    ['an invoice with a short number', replaced('2026-0041', '#118'), false],
  ])('%s', (_what, changes, same) => {
    expect(isSameDocument(documentOf(invoice), documentOf({ ...invoice, ...changes, load: 2 }))).toBe(same);
  });

  it('a PDF, whose words nobody can read, is another one', () => {
    const pdf = { headings: '' };
    expect(isSameDocument(documentOf({ ...pdf, load: 1 }), documentOf({ ...pdf, load: 1 }))).toBe(true);
    expect(isSameDocument(documentOf({ ...pdf, load: 1 }), documentOf({ ...pdf, load: 2 }))).toBe(false);
  });

  it('a viewer that lets nobody in is known by its title, which may grow while it loads', () => {
    const titled = (headings: string) => documentOf({ load: 0, headings });
    expect(isSameDocument(titled('41.pdf'), titled('Invoice 41 – 41.pdf'))).toBe(true);
    expect(isSameDocument(titled('Invoice 41 – 41.pdf'), titled('Invoice 42 – 42.pdf'))).toBe(false);
  });
});

it('texts kept beyond the end of the browser belong to the numbers they were typed for', () => {
  expect(hasStayed(documentOf(invoice), documentOf({ ...replaced('Unread', 'Read'), load: 2 }))).toBe(true);
  expect(hasStayed(documentOf(invoice), documentOf(replaced('2026-0041', '2026-0042')))).toBe(false);
});
