const mergesPerSlice = 2000;

/** Sorts what comes in pieces; every `yield` is a place where others may get their turn. @param order as for `Array.sort` */
export function* mergeSorted<Item>(pieces: Item[][], order: (a: Item, b: Item) => number): Generator<void, Item[]> {
  let runs: Item[][] = [];
  for (const piece of pieces) {
    runs.push(piece.sort(order));
    yield;
  }
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (let n = 0; n < runs.length; n += 2) longer.push(yield* merge([runs[n] ?? [], runs[n + 1] ?? []], order));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merge<Item>([a, b]: [Item[], Item[]], order: (a: Item, b: Item) => number): Generator<void, Item[]> {
  const all: Item[] = [];
  let left = 0;
  for (const item of b) {
    for (let next = a[left]; next !== undefined && order(next, item) <= 0; next = a[left]) {
      all.push(next);
      left++;
      if (all.length % mergesPerSlice === 0) yield;
    }
    all.push(item);
    if (all.length % mergesPerSlice === 0) yield;
  }
  for (; left < a.length; left++) all.push(a[left] as Item);
  return all;
}
