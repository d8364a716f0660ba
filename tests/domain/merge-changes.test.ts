import { describe, expect, it } from 'vitest';
import { mergeChanges } from '../../domain/merge-changes.ts';

describe('mergeChanges', () => {
  it.each([
    ['nothing changed here', { a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }],
    ['changed here only', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 1 }, { a: 2, b: 1 }],
    ['different fields', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 }, { a: 2, b: 3 }],
    ['the same field: the one who presses OK', { a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }],
    ['a field taken out here', { a: 1, b: 1 }, { a: 1 }, { a: 3, b: 1 }, { a: 3 }],
    ['a field added there', { a: 1 }, { a: 2 }, { a: 1, b: 1 }, { a: 2, b: 1 }],
    ['texts added on both sides', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'c', 'b']],
    ['the same text added on both sides', [], ['a'], ['a'], ['a']],
    ['a text removed here, another there', ['a', 'b'], ['b'], ['a'], []],
    ['lists of other things: the one who presses OK', [1], [1, 2], [1, 3], [1, 2]],
  ])('%s', (_case, base, mine, now, merged) => {
    expect(mergeChanges<unknown>(base, mine, now)).toEqual(merged);
  });

  it.each([
    ['a thing added on both sides', 'a', 'ab', 'ac', 'abc'],
    ['a thing removed here', 'ab', 'a', 'abc', 'ac'],
    ['a thing removed there', 'ab', 'abc', 'b', 'bc'],
    ['another order here', 'ab', 'ba', 'ab', 'ba'],
    ['another order there', 'ab', 'ab', 'ba', 'ba'],
  ])('%s', (_case, base, mine, now, merged) => {
    const things = (ids: string) => [...ids].map((id) => ({ id }));
    expect(mergeChanges(things(base), things(mine), things(now))).toEqual(things(merged));
  });

  it('a thing changed here that was removed there comes back: nothing typed is lost', () => {
    expect(mergeChanges([{ id: 'a', n: 1 }], [{ id: 'a', n: 2 }], [])).toEqual([{ id: 'a', n: 2 }]);
  });

  it('a unit is taken as a whole', () => {
    const [base, mine, now] = [{ u: { a: 1, b: 1 } }, { u: { a: 2, b: 1 } }, { u: { a: 1, b: 3 } }];
    expect(mergeChanges(base, mine, now, ['u'])).toEqual(mine);
    expect(mergeChanges(base, base, now, ['u'])).toEqual(now);
  });
});
