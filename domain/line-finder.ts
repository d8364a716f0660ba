/** Finds the line of a position; cheap when the positions mostly rise. @param starts where each line begins, one more for the end */
export function lineFinder(starts: Uint32Array): (at: number) => number {
  let line = 0;
  return (at) => {
    const begin = starts[line] ?? 0;
    if (at >= begin && at < (starts[line + 1] ?? 0)) return line;
    const rises = at >= begin;
    let step = 1;
    if (rises) while (line + step < starts.length - 1 && (starts[line + step] ?? 0) <= at) step *= 2;
    line = search(starts, at, rises ? [line, Math.min(line + step, starts.length - 1)] : [0, line]);
    return line;
  };
}

function search(starts: Uint32Array, at: number, [from, to]: [number, number]): number {
  let low = from;
  let high = to;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
