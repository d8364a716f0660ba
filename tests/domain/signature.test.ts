import { describe, expect, it } from 'vitest';
import { resigned, signed } from '../../domain/signature.ts';

describe('signed', () => {
  it.each([
    ['Hello\n', '', 'Hello'],
    ['Hello\n\n', 'Ann\nAcme', 'Hello\n\nAnn\nAcme'],
    ['Hello\n\nAnn\nAcme\n', 'Ann\nAcme', 'Hello\n\nAnn\nAcme'],
    ['Hello Joann', 'ann', 'Hello Joann\n\nann'],
  ])('%j with %j', (message, signature, text) => {
    expect(signed(message, signature)).toBe(text);
    expect(signed(text, signature)).toBe(text);
  });
});

describe('resigned', () => {
  it.each([
    ['Hello\n\nAnn', 'Ann', 'Bob', 'Hello\n\nBob'],
    ['Hello\n\nAnn', 'Ann', '', 'Hello'],
    ['Hello', '', 'Bob', 'Hello\n\nBob'],
    ['Hello\n\nAnn, changed', 'Ann', 'Bob', 'Hello\n\nAnn, changed'],
    ['Hello', 'Ann', 'Bob', 'Hello'],
    ['Hello\n', 'Ann', 'Ann', 'Hello\n'],
  ])('%j from %j to %j', (message, before, after, text) => {
    expect(resigned(message, before, after)).toBe(text);
  });
});
