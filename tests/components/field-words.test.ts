import './english.ts';
import { expect, it } from 'vitest';
import { fieldName } from '../../entrypoints/options/field-name.ts';
import { fieldValue } from '../../entrypoints/options/field-value.ts';

it.each([
  ['profiles.0.server.host', 'SMTP server'],
  ['profiles.1.sender.name', 'Account 2: Sender name'],
  ['profiles.0.constructor', 'profiles.0.constructor'],
  ['__proto__', '__proto__'],
  ['toString', 'toString'],
])('the field %s is called %s', (path, name) => {
  expect(fieldName(path)).toBe(name);
});

it.each([
  ['profiles.0.server.security', 'ssl', 'SSL'],
  ['profiles.0.server.security', 'constructor', 'constructor'],
  ['notify', '__proto__', '__proto__'],
])('%s holds %s, shown as %s', (path, value, shown) => {
  expect(fieldValue(path, value)).toBe(shown);
});
