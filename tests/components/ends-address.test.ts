import { expect, it } from 'vitest';
import { endsAddress } from '../../components/ends-address.ts';

it.each([
  ['a@x.test;', true],
  ['a@x.test,', true],
  ['Bob <a@x.test>,', true],
  ['a@x.test; b', true],
  ['a@x.test', false],
  ['Doe,', false],
  ['Doe, John <j@x.test', false],
  ['"a; b" <a@x.test>', true],
  ['"North;', false],
])('whether %j is at the end of an address', (text, ends) => {
  expect(endsAddress(text)).toBe(ends);
});
