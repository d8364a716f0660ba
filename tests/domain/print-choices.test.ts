import { expect, it } from 'vitest';
import { usualPrintChoices } from '../../domain/print-choices.ts';

it.each([
  ['de-DE', 'a4'],
  ['en-US', 'letter'],
  ['en-GB', 'a4'],
  ['fr-CA', 'letter'],
  ['es-MX', 'letter'],
  ['ja', 'a4'],
  ['en', 'letter'],
  ['', 'a4'],
  ['no locale', 'a4'],
])('the paper of %j is %s', (locale, paper) => {
  expect(usualPrintChoices(locale)).toMatchObject({ paper, backgrounds: true, landscape: false, scale: 1 });
});
