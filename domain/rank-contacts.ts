import type { Contact } from './contact.ts';

export type Ranking = {
  /** The lines that stand before all others, the best one first. */
  own: number[];
  /** Place of each line. */
  ranks: Uint32Array;
};

/**
 * Places of lines for a page of this site: those mailed from it most often first, then as the lines stand.
 * @param used entries of the first lines; all others were never mailed
 */
export function rankContacts(used: Contact[], site: string, lines: number): Ranking {
  const counts = used.map(({ sites }) => (Object.hasOwn(sites, site) ? (sites[site] ?? 0) : 0));
  const own = [...counts.keys()].filter((line) => counts[line]);
  own.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const ranks = Uint32Array.from({ length: lines }, (_, line) => own.length + line);
  own.forEach((line, rank) => {
    ranks[line] = rank;
  });
  return { own, ranks };
}
