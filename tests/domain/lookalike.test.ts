import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../domain/address.ts';
import { lookalike } from '../../domain/lookalike.ts';
import { badInputs } from './bad-inputs.ts';

const hostOf = (text: string) => parseAddress(`a@${text}`).address.slice(2);

describe('lookalike', () => {
  const warned = badInputs('address').filter((row) => 'warn' in row);

  it('has rows of the fixture to look at', () => expect(warned).not.toEqual([]));

  it.each(warned)('warns: $why', ({ input }) => {
    expect(lookalike(hostOf(String(input).slice(2)))).toBeDefined();
  });

  it.each([
    ['pаypal.test', 'mixed'], // the second letter is Cyrillic
    ['gοοgle.test', 'mixed'], // Greek omicrons
    ['аррӏе.test', 'lookalike'],
    ['ορο.test', 'lookalike'],
    ['münchen.test', undefined],
    ['пример.test', undefined],
    ['παράδειγμα.test', undefined],
    ['例え.test', undefined],
    ['abc例.test', undefined],
    ['한국.test', undefined],
    ['café-99.test', undefined],
    ['plain.test', undefined],
  ])('%s: %s', (host, why) => {
    expect(lookalike(hostOf(host))).toBe(why);
  });
});
