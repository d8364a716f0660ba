import Papa from 'papaparse';
import { maxContacts } from '../../domain/contact.ts';
import {
  type Incoming,
  type IncomingRow,
  noIncoming,
  readAddress,
  refuse,
  takeRow,
} from '../../domain/incoming-contact.ts';
import { columnsOf, type Field } from './csv-columns.ts';
import { fileRefused } from './file-refused.ts';

/** What a spreadsheet would compute, also behind quotes that an export put before it. */
export const computed = /^'*[=+\-@\t\r]/;

/** Told now and then how much of the text is read, from 0 to 1. */
type Progress = (share: number) => void;
const rowsPerNews = 5000;

type Columns = (Field | undefined)[];

/**
 * A table with or without headings.
 * @param rules the disabled list
 * @throws TabpostError `contacts-file-refused`
 */
export function readCsv(text: string, rules: string[], progress: Progress): Incoming {
  const rows = rowsOf(text, progress);
  const columns = columnsOf(rows[0] ?? []);
  const incoming = noIncoming();
  rows.forEach((row, at) => {
    if (at === 0 && columns) return;
    if (columns) takeRow(incoming, rowByHeading(row, columns, at + 1), rules);
    else takeBareRow(incoming, row, { place: at + 1, rules });
  });
  return incoming;
}

function rowsOf(text: string, progress: Progress): string[][] {
  // Excel's own way to name the separator.
  const [mark = '', delimiter] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const rows: string[][] = [];
  Papa.parse<string[]>(text.slice(mark.length), {
    skipEmptyLines: 'greedy',
    ...(delimiter && { delimiter }),
    step: ({ data, errors, meta }) => {
      const fault = errors.find(({ type }) => type === 'Quotes');
      if (fault) throw fileRefused('quotes', String(rows.length + 1), fault);
      if (rows.push(data) > maxContacts + 1) throw fileRefused('too-many');
      if (rows.length % rowsPerNews === 0) progress(meta.cursor / text.length);
    },
  });
  if (rows.length === 0) throw fileRefused('empty');
  return rows;
}

function rowByHeading(row: string[], columns: Columns, place: number): IncomingRow {
  const all = (field: Field) => row.filter((cell, at) => columns[at] === field && cell.trim()).map(plainCell);
  const parts = [...all('given'), ...all('middle'), ...all('family')].join(' ');
  return {
    place,
    name: all('name')[0] || parts || (all('company')[0] ?? ''),
    emails: all('email').flatMap((cell) => cell.split(/ ::: |[;,]\s*(?=\S+@)/)),
    groups: all('groups')
      .flatMap((cell) => cell.split(/ ::: |[;,]/))
      .map((group) => group.trim())
      .filter((group) => !group.startsWith('*')), // Google's own, such as "* myContacts"
    note: all('note').join(' '),
  };
}

/** Without headings the cell that is an address says so itself; with two of them nobody knows whose name it is. */
function takeBareRow(incoming: Incoming, row: string[], { place, rules }: { place: number; rules: string[] }): void {
  const cells = row.map(plainCell).filter((cell) => cell.trim());
  const emails = cells.filter((cell) => readAddress(cell) !== undefined);
  if (emails.length > 1) return refuse(incoming, place, emails.join(', '), 'two-addresses');
  const broken = cells.filter((cell) => /\S@\S/.test(cell));
  const name = cells.find((cell) => !emails.includes(cell) && !/\S@\S/.test(cell)) ?? '';
  takeRow(
    incoming,
    { place, name: name || nameBefore(emails[0]), emails: emails.length > 0 ? emails : broken, groups: [], note: '' },
    rules,
  );
}

/** `Anna <a@b.test>` in one cell. */
function nameBefore(email = ''): string {
  return /^\s*"?([^<>"]*?)"?\s*</.exec(email)?.[1] ?? '';
}

/** Takes back what an export did against spreadsheets that compute. */
function plainCell(cell: string): string {
  return cell.startsWith("'") && computed.test(cell) ? cell.slice(1) : cell;
}
