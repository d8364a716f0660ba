// What a spreadsheet would take for a formula (OWASP "CSV injection").
const formula = /^[=+\-@\t\r]/;

/** One line of a CSV file (RFC 4180). What begins like a formula is marked as text. */
export function csvLine(cells: (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = formula.test(value.trimStart()) ? `'${value}` : value;
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
