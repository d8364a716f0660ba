export type Random = {
  /** From 0 to below 1. */
  next(): number;
  below(limit: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
  chance(probability: number): boolean;
};

/** Mulberry32: the same seed, the same numbers, on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    oneOf: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
  };
}
