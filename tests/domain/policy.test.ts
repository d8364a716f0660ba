import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseRule, refusals } from '../../domain/policy.ts';
import { assertHolds } from './assert-holds.ts';
import { badInputs } from './bad-inputs.ts';

/** The fixture's other rows are about the companion and the race with the options page; they are tested there. */
const addressRows = badInputs('policy').flatMap(({ input, rules, ...row }) => {
  if (typeof input === 'string') return [{ ...row, rules, address: input }];
  const address = (input as { address?: string }).address;
  return address ? [{ ...row, rules, address }] : [];
});

describe('refusals', () => {
  it.each(addressRows)('$expect $address: $why', ({ address, rules = [], expect: verdict }) => {
    expect(refusals([address], rules).map((refusal) => refusal.address)).toEqual(verdict === 'reject' ? [address] : []);
  });

  it.each([
    ['boss@corp.test', 'BOSS@corp.test', true],
    ['boss@corp.test', 'boss+x@corp.test', true],
    ['boss+x@corp.test', 'boss+x@corp.test', true],
    ['boss+x@corp.test', 'boss@corp.test', false],
    ['*@corp.test', 'x@corp.test', true],
    ['@corp.test', 'x@corp.test', true],
    ['*@corp.test', 'x@sub.corp.test', false],
    ['*@corp.test', 'x@notcorp.test', false],
    ['*.corp.test', 'x@sub.corp.test', true],
    ['*.corp.test', 'x@a.b.corp.test', true],
    ['*.corp.test', 'x@notcorp.test', false],
    ['*.corp.test.', 'x@sub.corp.test', true],
    ['*@MÜNCHEN.test', 'x@xn--mnchen-3ya.test', true],
  ])('rule %s on %s: %s', (rule, address, refused) => {
    expect(refusals([address], [rule])).toEqual(refused ? [{ address, rule }] : []);
  });

  it.each(['', '*', 'corp.test', '*@', 'boss@@corp.test', '*.*'])(
    'refuses everything while rule %j cannot be read',
    (rule) => {
      expect(refusals(['a@b.test'], [rule])).toEqual([{ address: 'a@b.test', rule }]);
    },
  );

  it('names no rule for an address nobody can read, even without rules', () => {
    expect(refusals(['a@b.test', 'Friend <boss@corp.test>'], [])).toEqual([
      { address: 'Friend <boss@corp.test>', rule: null },
    ]);
  });

  it('catches every spelling of a disabled address that the parser takes', () => {
    const tag = fc.stringMatching(/^(\+[a-z0-9.]{0,5}[a-z0-9])?$/);
    const inAnyCase = fc.mixedCase(fc.constant('boss'));
    assertHolds(
      fc.property(inAnyCase, tag, fc.mixedCase(fc.constant('corp.test')), (person, plus, host) => {
        expect(refusals([`${person}${plus}@${host}`], ['boss@corp.test'])).toHaveLength(1);
      }),
    );
  });
});

describe('a long list', () => {
  const rules = Array.from({ length: 100_000 }, (_, at) => `*@company-${at}.test`);

  it('is searched, not walked through: 1000 addresses in less time than one walk would take for each', () => {
    refusals(['a@b.test'], rules); // made ready
    const start = performance.now();
    for (let at = 0; at < 1000; at++) refusals([`a@company-${at}x.test`], rules);
    const searched = performance.now() - start;
    const walkStart = performance.now();
    expect(rules.some((rule) => rule.endsWith('company-0x.test'))).toBe(false);
    expect(searched / 1000).toBeLessThan(performance.now() - walkStart);
  });

  it('knows a rule that was added to it since', () => {
    const growing = ['x@b.test'];
    expect(refusals(['a@b.test'], growing)).toEqual([]);
    growing.push('a@b.test');
    expect(refusals(['a@b.test'], growing)).toHaveLength(1);
  });
});

describe('normaliseRule', () => {
  it('gives the same for a rule in normal form by the short way as by the long one', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,3}-{0,2}[a-z0-9]{1,3}$/);
    const domain = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
    const start = fc.oneof(fc.constantFrom('*@', '*.', '@'), fc.stringMatching(/^[a-z0-9.+_-]{1,8}@$/));
    let rules = 0;
    assertHolds(
      fc.property(start, domain, (front, host) => {
        const rule = front + host;
        if (normaliseRule(rule) !== undefined) rules++;
        expect(normaliseRule(` ${rule}`)).toBe(normaliseRule(rule)); // a blank before it takes the long way
      }),
      3000,
    );
    expect(rules).toBeGreaterThan(300);
  });

  it.each([
    [' Boss@Corp.TEST ', 'boss@corp.test'],
    ['@Corp.test', '*@corp.test'],
    ['*.Corp.test.', '*.corp.test'],
    ['ceo@münchen.test', 'ceo@xn--mnchen-3ya.test'],
    ['corp.test', undefined],
    ['a@b@c.test', undefined],
  ])('%j -> %s', (text, normal) => {
    expect(normaliseRule(text)).toBe(normal);
  });
});
