import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { tableRows } from '../../../extension/contacts-file/table-rows.ts';

/** More than one piece, with quotes and line ends at every place where a piece may end. */
function longTable(lineEnd: string): string {
  const quoted = '"Ann ""B""",';
  const rows = Array.from(
    { length: 30_000 },
    (_, n) => `${n % 3 === 0 ? quoted : 'Ann,'}"a${n}${lineEnd}x",${'y'.repeat(n % 40)}`,
  );
  return rows.join(lineEnd) + lineEnd;
}

function rowsOf(text: string): { rows: string[][]; shares: number[] } {
  const rows: string[][] = [];
  const shares: number[] = [];
  const take = (row: string[], place: number) => expect(rows.push(row)).toBe(place);
  tableRows(text, take, (share) => shares.push(share));
  return { rows, shares };
}

it.each([
  ['\\n', '\n'],
  ['\\r\\n', '\r\n'],
])('a table in pieces gives the rows it has as a whole, with %s', (_name, lineEnd) => {
  const text = longTable(lineEnd);
  const { rows, shares } = rowsOf(text);
  expect(rows).toEqual(Papa.parse(text).data);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares.at(-1)).toBe(1);
});

it('an open quote in a later piece is named with its line', () => {
  const text = `${'Anna,a@b.test\n'.repeat(40_000)}"Bert,b@b.test\n`;
  expect(() => rowsOf(text)).toThrow(expect.objectContaining({ detail: 'quotes: 40001' }));
});
