/** The lines of the lowest ranks among those added. */
export type BestLines = {
  isFull(): boolean;
  /** Whether a line would be among the best now. */
  takes(line: number): boolean;
  add(line: number): void;
  /** The best first. */
  lines(): number[];
};

/** @param limit at least 1 */
export function bestLines(limit: number, ranks: Uint32Array): BestLines {
  const best: number[] = [];
  let worst = Number.POSITIVE_INFINITY;
  const rankOf = (line: number | undefined) => ranks[line ?? 0] ?? 0;
  return {
    isFull: () => best.length === limit,
    takes: (line) => rankOf(line) < worst && !best.includes(line),
    lines: () => best,
    add(line) {
      let place = best.length;
      while (place > 0 && rankOf(best[place - 1]) > rankOf(line)) place--;
      best.splice(place, 0, line);
      if (best.length > limit) best.pop();
      if (best.length === limit) worst = rankOf(best[limit - 1]);
    },
  };
}
