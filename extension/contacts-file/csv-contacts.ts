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

/** Told now and then how much of it is done, from 0 to 1. */
type Progress = (share: number) => void;
const rowsPerNews = 5000;

type Columns = Record<Field, number[]>;

/**
 * A table with or without headings.
 * @param rules the disabled list
 * @throws TabpostError `contacts-file-refused`
 */
export function readCsv(text: string, rules: string[], progress: Progress): Incoming {
  const rows = rowsOf(text);
  const columns = columnsOf(rows[0] ?? []);
  const incoming = noIncoming();
  rows.forEach((row, at) => {
    if (at === 0 && columns) return;
    if (at % rowsPerNews === 0) progress(at / rows.length);
    if (columns) takeRow(incoming, rowByHeading(row, columns, at + 1), rules);
    else takeBareRow(incoming, row, { place: at + 1, rules });
  });
  return incoming;
}

function rowsOf(text: string): string[][] {
  // Excel's own way to name the separator.
  const [mark = '', delimiter] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const { data, errors } = Papa.parse<string[]>(text.slice(mark.length), {
    skipEmptyLines: 'greedy',
    preview: maxContacts + 2, // a heading and one too many
    ...(delimiter && { delimiter }),
  });
  const fault = errors.find(({ type }) => type === 'Quotes');
  if (fault) throw fileRefused('quotes', String((fault.row ?? 0) + 1), fault);
  if (data.length > maxContacts + 1) throw fileRefused('too-many');
  if (data.length === 0) throw fileRefused('empty');
  return data;
}

function rowByHeading(row: string[], columns: Columns, place: number): IncomingRow {
  const cell = (field: Field) => cellOf(row, columns[field]);
  return {
    place,
    name: cell('name') || [cell('given'), cell('middle'), cell('family')].filter(Boolean).join(' ') || cell('company'),
    emails: columns.email.flatMap((at) => partsOf(row[at], / ::: |[;,]\s*(?=\S+@)/)),
    groups: columns.groups.flatMap((at) => partsOf(row[at], / ::: |[;,]/)).filter((group) => !group.startsWith('*')), // Google's own, such as "* myContacts"
    note: cell('note'),
  };
}

/** The first of these columns that holds anything. */
function cellOf(row: string[], places: number[]): string {
  for (const at of places) if (row[at]?.trim()) return plainCell(row[at]);
  return '';
}

function partsOf(cell: string | undefined, between: RegExp): string[] {
  if (!cell?.trim()) return [];
  const plain = plainCell(cell);
  return between.test(plain) ? plain.split(between).map((part) => part.trim()) : [plain.trim()];
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
