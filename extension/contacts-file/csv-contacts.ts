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
import { type Progress, tableRows } from './table-rows.ts';

/** What a spreadsheet would compute, also behind quotes that an export put before it. */
export const computed = /^'*[=+\-@\t\r]/;

type Columns = Record<Field, number[]>;

/**
 * A table with or without headings.
 * @param rules the disabled list
 * @throws TabpostError `contacts-file-refused`
 */
export function readCsv(text: string, rules: string[], progress: Progress): Incoming {
  const incoming = noIncoming();
  let columns: Columns | undefined;
  let isFirst = true;
  const take = (row: string[], place: number) => {
    if (isFirst && isBlank(row)) return;
    if (isFirst) {
      isFirst = false;
      columns = columnsOf(row);
      if (columns) return;
    }
    if (columns) takeNamedRow(incoming, rowByHeading(row, columns, place), { row, rules });
    else takeBareRow(incoming, row, { place, rules });
  };
  tableRows(text, take, progress);
  if (isFirst) throw fileRefused('empty');
  return incoming;
}

type Source = { row: string[]; rules: string[] };

/** A blank row says nothing, so nothing is said about it. */
function takeNamedRow(incoming: Incoming, named: IncomingRow, { row, rules }: Source): void {
  if (named.emails.length > 0 || !isBlank(row)) takeRow(incoming, named, rules);
}

function isBlank(row: string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

function rowByHeading(row: string[], columns: Columns, place: number): IncomingRow {
  return {
    place,
    name: cellOf(row, columns.name) || fullName(row, columns) || cellOf(row, columns.company),
    emails: partsOf(row, columns.email, / ::: |[;,]\s*(?=\S+@)/),
    groups: groupsOf(row, columns.groups),
    note: cellOf(row, columns.note),
  };
}

function fullName(row: string[], { given, middle, family }: Columns): string {
  if (given.length + middle.length + family.length === 0) return '';
  return [given, middle, family]
    .map((places) => cellOf(row, places))
    .filter(Boolean)
    .join(' ');
}

/** Without Google's own, such as "* myContacts". */
function groupsOf(row: string[], places: number[]): string[] {
  const groups = partsOf(row, places, / ::: |[;,]/);
  return groups.some((group) => group.startsWith('*')) ? groups.filter((group) => !group.startsWith('*')) : groups;
}

/** The first of these columns that holds anything. */
function cellOf(row: string[], places: number[]): string {
  for (const at of places) if (row[at]?.trim()) return plainCell(row[at]);
  return '';
}

/** What stands in these columns, also when it is several in one cell. */
function partsOf(row: string[], places: number[], between: RegExp): string[] {
  const parts: string[] = [];
  for (const at of places) {
    const plain = plainCell(row[at] ?? '').trim();
    if (plain === '') continue;
    if (!/[;,:]/.test(plain)) parts.push(plain);
    else for (const part of plain.split(between)) parts.push(part.trim());
  }
  return parts;
}

/** Without headings the cell that is an address says so itself; with two of them nobody knows whose name it is. */
function takeBareRow(incoming: Incoming, row: string[], { place, rules }: { place: number; rules: string[] }): void {
  const cells = row.map(plainCell).filter((cell) => cell.trim());
  if (cells.length === 0) return;
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
