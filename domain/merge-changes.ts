type Json = unknown;
type Fields = Record<string, Json>;

/**
 * What is stored `now` with the changes that `mine` made to `base`: a field nobody touched here keeps what somebody else wrote meanwhile.
 * Lists of texts, and of things with an id, are merged entry by entry, so that none comes or goes unseen; any other list as a whole.
 * @param units names of objects that only make sense as a whole: a change inside takes all of mine
 */
export function mergeChanges<Value>(base: Value, mine: Value, now: Value, units: string[] = []): Value {
  return merge(base, mine, now, units) as Value;
}

function merge(base: Json, mine: Json, now: Json, units: string[]): Json {
  if (isSame(base, mine)) return now;
  if (isSame(base, now)) return mine;
  if (isTexts(base) && isTexts(mine) && isTexts(now)) return mergeTexts(base, mine, now);
  if (isThings(base) && isThings(mine) && isThings(now)) return mergeThings(base, mine, now, units);
  if (isFields(base) && isFields(mine) && isFields(now)) return mergeFields(base, mine, now, units);
  return mine;
}

function mergeTexts(base: string[], mine: string[], now: string[]): string[] {
  const [before, kept] = [new Set(base), new Set(mine)];
  const left = now.filter((text) => kept.has(text) || !before.has(text));
  const known = new Set(left);
  return [...left, ...mine.filter((text) => !before.has(text) && !known.has(text))];
}

type Thing = Fields & { id: string };

/** In my order, with what others added behind. Something changed here that others removed comes back: nothing typed is lost. */
function mergeThings(base: Thing[], mine: Thing[], now: Thing[], units: string[]): Thing[] {
  const merged = mine.flatMap((thing) => {
    const before = base.find(({ id }) => id === thing.id);
    const theirs = now.find(({ id }) => id === thing.id);
    if (theirs && before) return [merge(before, thing, theirs, units) as Thing];
    return before && isSame(before, thing) ? [] : [thing];
  });
  const known = new Set([...base, ...mine].map(({ id }) => id));
  const fresh = now.filter(({ id }) => !known.has(id));
  const order = isSame(idsOf(base), idsOf(mine)) ? idsOf(now) : [];
  return [...merged, ...fresh].sort((one, other) => placeOf(order, one) - placeOf(order, other));
}

const idsOf = (things: Thing[]) => things.map(({ id }) => id);

function placeOf(order: string[], { id }: Thing): number {
  return order.includes(id) ? order.indexOf(id) : order.length;
}

function mergeFields(base: Fields, mine: Fields, now: Fields, units: string[]): Fields {
  const names = new Set([...Object.keys(mine), ...Object.keys(now)]);
  const merged = [...names].map((name) => {
    const isUnit = units.includes(name) && !isSame(base[name], mine[name]);
    return [name, isUnit ? mine[name] : merge(base[name], mine[name], now[name], units)] as const;
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

function isSame(one: Json, other: Json): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((part, index) => isSame(part, other[index]));
  if (!isFields(one) || !isFields(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]));
}

function isTexts(value: Json): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

function isThings(value: Json): value is Thing[] {
  return Array.isArray(value) && value.every((part) => isFields(part) && typeof part.id === 'string');
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
