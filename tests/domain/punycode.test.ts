import { domainToASCII } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePunycode } from '../../domain/punycode.ts';
import { assertHolds } from './assert-holds.ts';

describe('decodePunycode', () => {
  // RFC 3492 section 7.1, and the two names of the fixture.
  it.each([
    ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
    ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['3B-ww4c5e180e575a65lsy2b'.toLowerCase(), '3年b組金八先生'],
    ['mnchen-3ya', 'münchen'],
    ['80ak6aa92e', 'аррӏе'],
  ])('%s -> %s', (encoded, text) => {
    expect(decodePunycode(encoded)).toBe(text);
  });

  it.each([
    ['another alphabet', 'ü'],
    ['another separator', 'a_b'],
    ['digits of a number that never ends', 'mnchen-z'],
    ['capital digits', 'MNCHEN-3YA'],
    ['a code point above Unicode', 'en32g'],
    ['a number above 31 bits', '99999999'],
    ['a surrogate', 'ib9b'],
  ])('%s: %j is none', (_why, text) => {
    expect(decodePunycode(text)).toBeUndefined();
  });

  it('reads back what the platform encodes', () => {
    let compared = 0;
    assertHolds(
      fc.property(fc.stringMatching(/^[a-zа-яßäöü中文字日本]{1,12}$/u), (label) => {
        const host = domainToASCII(label);
        if (!host.startsWith('xn--')) return;
        compared++;
        expect(decodePunycode(host.slice(4))).toBe(label);
      }),
      500,
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('answers any text, and never hangs', () => {
    assertHolds(
      fc.property(fc.string({ maxLength: 63 }), (text) => void decodePunycode(text)),
      2000,
    );
  });
});
