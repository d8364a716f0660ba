import { describe, expect, it } from 'vitest';
import { invoiceName, type NameSource } from '../../domain/invoice-name.ts';

const blank: NameSource = { fileName: 'document.pdf', title: '', url: '', date: '2026-11-23T09:00:00Z' };

describe('invoiceName', () => {
  it.each<[string, Partial<NameSource>, string]>([
    ['{number}', { fileName: 'Invoice-2026-0417.pdf' }, '2026-0417.pdf'],
    ['{number}', { title: 'Rechnung Nr. RE-2026/17' }, 'RE-2026-17.pdf'],
    ['{number}', { title: 'Facture n° 1234' }, '1234.pdf'],
    ['{number}', { title: 'Faktura č. 20260017' }, '20260017.pdf'],
    ['{number}', { url: 'https://erp.test/invoices/2026-0417/print?id=9' }, '2026-0417.pdf'],
    ['{number}', { fileName: 'INV_00017.pdf' }, '00017.pdf'],
    ['Acme {number} {date}', { title: 'Invoice 17' }, 'Acme 17 2026-11-23.pdf'],
    [
      '{number} {customer} {date}',
      { title: 'Invoice 2026-17 – Northwind Traders | ERP' },
      '2026-17 Northwind Traders 2026-11-23.pdf',
    ],
    ['{number} - {customer}', { title: 'Invoice 2026-17' }, '2026-17.pdf'],
    ['{date}', {}, '2026-11-23.pdf'],
    ['{customer} {number}', { title: 'Welcome' }, ''],
    ['{number}', { title: 'Welcome', url: 'https://erp.test/' }, ''],
    ['no placeholder', { title: 'Invoice 17' }, ''],
    ['{unknown} {number}', { title: 'Invoice 17' }, '{unknown} 17.pdf'],
    ['../{number}', { title: 'Invoice 17' }, '17.pdf'],
  ])('%s of %j: %s', (pattern, source, name) => {
    expect(invoiceName(pattern, { ...blank, ...source })).toBe(name);
  });
});
