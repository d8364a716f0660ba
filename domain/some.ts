/** How many there are, and the first of them: what a person looks through. */
export type Some<Item> = { count: number; first: Item[] };

/** More would not be looked at. */
const maxShown = 200;

export function none<Item>(): Some<Item> {
  return { count: 0, first: [] };
}

/** Counts one more. */
export function addTo<Item>(some: Some<Item>, item: Item): void {
  some.count++;
  if (some.first.length < maxShown) some.first.push(item);
}
