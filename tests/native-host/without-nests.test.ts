import { expect, it } from 'vitest';
import { withoutNests } from '../../native-host/print/without-nests.ts';

it('a page for a browser without scripts loses nothing that was nested against the rules', () => {
  const nest = (inside: string) => `<template data-tabpost-nest>${inside}</template data-tabpost-nest>`;
  expect(withoutNests(`<p>${nest(`<div>x${nest('<td>y</td>')}</div>`)}<template></template></p>`)).toBe(
    '<p><div>x<td>y</td></div><template></template></p>',
  );
});
