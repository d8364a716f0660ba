import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, isDisplayName, isHeaderText, toHeaderText, utf8Length } from '../../domain/text.ts';
import { assertHolds } from './assert-holds.ts';
import { badInputs } from './bad-inputs.ts';

describe('toHeaderText', () => {
  it.each([
    ['a\r\nBcc: e@e.test', 'a Bcc: e@e.test'],
    ['a\u0000\u0085\u2028b', 'a b'],
    ['\u202efdp.exe', 'fdp.exe'],
    ['a\ud800b', 'a\ufffdb'],
    ['  a  ', 'a'],
    ['', ''],
  ])('%j -> %j', (text, line) => {
    expect(toHeaderText(text, 255)).toBe(line);
  });

  it.each(badInputs('page').filter(({ input }) => 'title' in (input as object)))(
    'page title, $expect: $why',
    ({ input }) => {
      expect(isHeaderText(toHeaderText((input as { title: string }).title, 255), 255)).toBe(true);
    },
  );

  it('makes of any text one line that a header takes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\r', '\n', '\u202e', '👩‍👩‍👧', ' ') }),
    );
    assertHolds(
      fc.property(text, fc.nat(20), (any, max) => {
        expect(isHeaderText(toHeaderText(any, max), max)).toBe(true);
      }),
      1000,
    );
  });
});

describe('isHeaderText', () => {
  it.each(['a\nb', 'a\rb', 'a\tb', 'a\0b', '\u202ea', '\u2066a', '\ud800', '\u0085', '\u2029', 'abcdef'])(
    'refuses %j',
    (text) => {
      expect(isHeaderText(text, 5)).toBe(false);
    },
  );
});

describe('cut', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['ab d', 3, 'ab'],
    ['a👩‍👩‍👧', 5, 'a'],
    ['ae\u0301', 2, 'a'],
    ['👩‍👩‍👧', 1, ''],
  ])('%j to %i letters: %j', (text, max, short) => {
    expect(cut(text, max)).toBe(short);
  });

  it('counts in the unit it is given', () => {
    expect(cut('字字字', 7, utf8Length)).toBe('字字');
  });
});

describe('isDisplayName', () => {
  it.each([
    ['an address', 'boss@corp.test'],
    ['an encoded word, which mail programs decode even between quotes', '=?utf-8?q?Boss?='],
    ['a line end', 'Boss\r\nBcc: x'],
    ['a direction override', 'Boss\u202e'],
  ])('refuses %s', (_case, name) => {
    expect(isDisplayName(name)).toBe(false);
  });

  it.each(['', 'North, Sons & Co', 'Żaneta "Z" (x)', 'a = b?'])('takes %j', (name) => {
    expect(isDisplayName(name)).toBe(true);
  });
});
