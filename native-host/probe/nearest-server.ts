import { presetFor } from '../../domain/presets.ts';
import { providers } from '../../domain/providers.ts';

const maxSlips = 2;

/** A known server whose name differs by so few letters that a slip is likely: `smtp.gmial.com`. */
export function nearestServer(host: string): string | undefined {
  if (presetFor(host)) return undefined;
  const near = providers.map((provider) => ({ host: provider.host, slips: distance(host, provider.host) }));
  const [best] = near.filter(({ slips }) => slips <= maxSlips).sort((a, b) => a.slips - b.slips);
  return best?.host;
}

/** Levenshtein distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
