import { normaliseRule } from './policy.ts';
import { toHeaderText } from './text.ts';

/** Characters of the note that says why a rule stands in the list. */
export const maxRuleNote = 200;

export type FoundRules = {
  /** Normal forms, each with what stood beside it in its row. */
  found: { rule: string; note: string }[];
  /** What is no rule, as it stands in the text. */
  unreadable: string[];
};

/** Reads rules that are typed, pasted or in a file: one or many in a line, or a table's row with a rule and a note. */
export function readRules(text: string): FoundRules {
  const rows = text.replace(/^\ufeff/, '').split(/[\r\n]+/);
  const read = rows.map(readRow);
  return { found: read.flatMap(({ found }) => found), unreadable: read.flatMap(({ unreadable }) => unreadable) };
}

function cellsOf(row: string): string[] {
  const cells = row.split(/[\t;,]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return cells.filter(Boolean).flatMap(wordsOf);
}

/** `a@x.test b@y.test` is what a text box makes of pasted lines; `a@x.test left in May` is a rule and its note. */
function wordsOf(cell: string): string[] {
  const [first = '', ...rest] = cell.split(/\s+/);
  if (normaliseRule(first) === undefined) return [cell];
  return rest.every((word) => normaliseRule(word) !== undefined) ? [first, ...rest] : [first, rest.join(' ')];
}

function readRow(row: string): FoundRules {
  const cells = cellsOf(row);
  const rules = cells.flatMap((cell) => normaliseRule(cell) ?? []);
  const others = cells.filter((cell) => normaliseRule(cell) === undefined);
  const [only, second] = rules;
  if (only === undefined) return { found: [], unreadable: others.length > 0 ? [row.trim()] : [] };
  if (second === undefined) return { found: [{ rule: only, note: noteOf(others) }], unreadable: [] };
  return { found: rules.map((rule) => ({ rule, note: '' })), unreadable: others };
}

function noteOf(cells: string[]): string {
  return toHeaderText(cells.join(', ').replace(/^"|"$/g, ''), maxRuleNote);
}
