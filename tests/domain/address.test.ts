import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress, sameMailbox } from '../../domain/address.ts';
import { TabpostError } from '../../domain/failure.ts';
import { assertHolds } from './assert-holds.ts';
import { type BadInput, badInputs } from './bad-inputs.ts';

const maxCpuMs = 50;

/** By the thread's own time: a busy machine takes the clock's time away, not that of a parser which backtracks. */
function timed<Result>(work: () => Result): Result {
  const start = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(maxCpuMs);
  return result;
}

function outcomeOf(input: unknown): { address: string } | { failure: string } {
  try {
    return { address: parseAddress(input as string).address };
  } catch (error) {
    if (error instanceof TabpostError) return { failure: error.code };
    throw error;
  }
}

function verdictOf(text: string): { address: string; key: string } | { detail: string | undefined } {
  try {
    return parseAddress(text);
  } catch (error) {
    return { detail: error instanceof TabpostError ? error.detail : 'not ours' };
  }
}

function wanted({ expect: verdict, normal }: BadInput): unknown {
  if (verdict === 'reject') return { failure: 'address-invalid' };
  return { address: normal ?? expect.any(String) };
}

describe('parseAddress', () => {
  parseAddress('a@warm-up.test'); // the first call pays for compiling, no address does

  it.each(badInputs('address'))('$expect: $why', (row) => {
    expect(timed(() => outcomeOf(row.input))).toEqual(wanted(row));
  });

  it.each([
    ['', 'empty'],
    ['a', 'at'],
    [`${'a'.repeat(65)}@b.test`, 'length'],
    [`a@${'b.'.repeat(130)}test`, 'length'],
    ['a b@c.test', 'local'],
    ['jürgen@c.test', 'local-non-ascii'],
    ['a@b', 'host'],
    ['a@1.2.3.4', 'host'],
    ['a@b.0x7f', 'host'],
    ['a@\uff45xample.test', 'host-mapped'],
    ['a@example\u3002test', 'host-mapped'],
    ['a@b\u200b.test', 'host-mapped'],
    ['a@\u212aelvin.test', 'host-mapped'], // the Kelvin sign: NFC makes it a plain K
    ['a@\u0130stanbul.test', 'host-mapped'], // lower case makes it an i and a dot
  ])('says which part of %j is wrong: %s', (text, detail) => {
    expect(() => parseAddress(text)).toThrowError(expect.objectContaining({ code: 'address-invalid', detail }));
  });

  it.each([
    ['Boss+invoice@Corp.test', 'boss@corp.test'],
    ['boss@corp.test', 'boss@corp.test'],
    ['a@München.test', 'a@xn--mnchen-3ya.test'],
    ['+tag@corp.test', '+tag@corp.test'],
  ])('%j has the policy key %s', (text, key) => {
    expect(parseAddress(text).key).toBe(key);
  });

  it('carries the refused text for the form, never more than an address can be long', () => {
    expect(() => parseAddress('x'.repeat(10_000))).toThrowError(
      expect.objectContaining({ address: 'x'.repeat(254), code: 'address-invalid' }),
    );
  });

  it('judges a plain address as it judges the same one in capitals, which no short cut takes', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,4}([-._+]{1,2}[a-z0-9]{1,4})?$/);
    const domain = fc.array(fc.stringMatching(/^[a-z0-9]{1,3}(-{0,2}[a-z0-9]{1,3})?$/), { minLength: 1, maxLength: 4 });
    let accepted = 0;
    assertHolds(
      fc.property(word, domain, (person, labels) => {
        const host = labels.join('.');
        const long = verdictOf(`${person}@${host.toUpperCase()}`);
        if ('key' in long) accepted++;
        expect(verdictOf(`${person}@${host}`)).toEqual(long);
      }),
      3000,
    );
    expect(accepted).toBeGreaterThan(500);
  });

  it('leaves its own output as it is', () => {
    const label = fc.stringMatching(/^[a-zA-Z0-9äßéжя]([a-zA-Z0-9äßéжя-]{0,8}[a-zA-Z0-9äßéжя])?$/);
    const domain = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
    const local = fc.stringMatching(/^[a-zA-Z0-9+_'][a-zA-Z0-9.+_'-]{0,10}$/);
    let parsed = 0;
    assertHolds(
      fc.property(local, domain, (person, host) => {
        const first = outcomeOf(`${person}@${host}`);
        if ('failure' in first) return;
        parsed++;
        expect(outcomeOf(first.address)).toEqual(first);
      }),
      500,
    );
    expect(parsed).toBeGreaterThan(100);
  });

  it('answers any text with a plain ASCII address or with address-invalid, nothing else', () => {
    const nearly = fc.string({ unit: 'binary', maxLength: 20 });
    assertHolds(
      fc.property(nearly, nearly, (left, right) => {
        const result = outcomeOf(`${left}@${right}.test`);
        if ('address' in result) expect(result.address).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
      }),
      1000,
    );
  });
});

describe('sameMailbox', () => {
  it.each([
    ['A@b.test', 'a@B.test', true],
    ['a@b.test', 'a+x@b.test', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameMailbox(a, b)).toBe(same);
  });
});
