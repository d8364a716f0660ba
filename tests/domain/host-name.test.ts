import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseHostName, readableHostName } from '../../domain/host-name.ts';
import { assertHolds } from './assert-holds.ts';

describe('normaliseHostName', () => {
  it.each([
    ['Mail.Corp.TEST', 'mail.corp.test'],
    ['localhost', 'localhost'],
    ['münchen.test', 'xn--mnchen-3ya.test'],
    ['MÜNCHEN.test', 'xn--mnchen-3ya.test'],
    ['faß.test', 'xn--fa-hia.test'],
    ['e\u0301xample.test', 'xn--xample-9ua.test'],
    ['xn--mnchen-3ya.test', 'xn--mnchen-3ya.test'],
    ['bücher.münchen.test', 'xn--bcher-kva.xn--mnchen-3ya.test'],
  ])('%j -> %s', (text, host) => {
    expect(normaliseHostName(text)).toBe(host);
  });

  it.each([
    ['empty', ''],
    ['trailing dot', 'b.test.'],
    ['A-label that decodes to plain ASCII', 'xn--abc-.test'],
    ['A-label that is not how its text is encoded', 'xn--MNCHEN-3YA-.test'],
    ['reserved double hyphen', 'ab--cd.test'],
    ['IPv4 address', '127.0.0.1'],
    ['hexadecimal last label', 'corp.0x7f'],
    ['full-width letters', 'ｃorp.test'],
    ['invisible character', 'co\u00adrp.test'],
    ['other dot', 'corp。test'],
    ['label of 64 letters', `${'a'.repeat(64)}.test`],
    ['name of 254 letters', `${'a.'.repeat(125)}test`],
    ['label that grows over 63 by encoding', `${'ü'.repeat(60)}.test`],
    ['URL', 'http://corp.test'],
    ['port', 'corp.test:25'],
    ['blank', 'mail corp'],
  ])('refuses: %s', (_why, text) => {
    expect(() => normaliseHostName(text)).toThrowError(expect.objectContaining({ code: 'address-invalid' }));
  });

  it('a plain name goes the short way to what the long one would make of it', () => {
    const label = fc.stringMatching(/^[a-zA-Z0-9-]{1,64}$/);
    assertHolds(
      fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
        const text = labels.join('.');
        const theLongWay = outcome(`${text}.ü`)?.replace(/\.xn--tda$/, '');
        expect(outcome(`${text}.u`)?.replace(/\.u$/, '')).toBe(theLongWay);
      }),
      2000,
    );
  });

  it('is idempotent, and what reads well is looked up as it was written', () => {
    const label = fc.stringMatching(/^[a-zа-яäöüßéα-ω0-9][a-zа-яäöüßéα-ω0-9-]{0,12}$/u);
    let accepted = 0;
    assertHolds(
      fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
        const text = labels.join('.');
        let host: string;
        try {
          host = normaliseHostName(text);
        } catch {
          return; // refused names have no normal form
        }
        accepted++;
        expect(normaliseHostName(host)).toBe(host);
        expect(normaliseHostName(readableHostName(host))).toBe(host);
      }),
      500,
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('readableHostName', () => {
  it.each([
    ['xn--mnchen-3ya.test', 'münchen.test'],
    ['xn--80ak6aa92e.test', 'аррӏе.test'],
    ['corp.test', 'corp.test'],
    ['xn--\u0080.test', 'xn--\u0080.test'],
  ])('%s reads %s', (host, readable) => {
    expect(readableHostName(host)).toBe(readable);
  });
});

/** The normal form; undefined when the name is refused. */
function outcome(text: string): string | undefined {
  try {
    return normaliseHostName(text);
  } catch {
    return undefined; // in whatever way
  }
}
