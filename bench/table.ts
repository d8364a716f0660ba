import type { Result } from './result.ts';

const head = ['bench', 'ours', 'peers', 'ratio', 'goal', ''];

/** The results as people read them. */
export function table(results: Result[]): string {
  const rows = [head, ...results.map(row)];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

function row({ name, unit, ours, peers, ratio, goal, goalOf, met }: Result): string[] {
  const others = Object.entries(peers).map(([peer, value]) => `${peer} ${value}`);
  const limit = goalOf === 'ratio' ? `ratio <= ${goal}` : `<= ${goal} ${unit}`;
  return [
    name,
    `${ours} ${unit}`,
    others.join(', '),
    ratio === null ? '' : String(ratio),
    limit,
    met ? 'met' : 'MISSED',
  ];
}
