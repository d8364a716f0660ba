import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentSchema } from '../../domain/attachment.ts';
import { safeFileName } from '../../domain/mail.ts';
import { z } from '../../domain/schema.ts';
import { assertHolds } from './assert-holds.ts';
import { badInputs } from './bad-inputs.ts';

const maxBytes = 255;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe('safeFileName', () => {
  it.each(badInputs('filename'))('$expect: $why', ({ input, normal }) => {
    const name = safeFileName(String(input));
    if (normal !== undefined) expect(name).toBe(normal);
    expect(name).toMatch(/^[^/\\]+\.pdf$/);
    expect(name.isWellFormed()).toBe(true);
  });

  it.each([
    ['\u202efdp.exe', 'fdp.exe.pdf'],
    ['a.PDF', 'a.pdf'],
    ['.pdf', 'document.pdf'],
    ['COM1', '_COM1.pdf'],
    ['com¹.x', '_com¹.x.pdf'],
    ['console', 'console.pdf'],
    ['CONOUT$.txt', '_CONOUT$.txt.pdf'],
    ['In\u200bvoi\u00adce\u2060', 'Invoice.pdf'],
    ['\u200b.pdf', 'document.pdf'],
    ['a\tb', 'a b.pdf'],
  ])('%j -> %s', (text, name) => {
    expect(safeFileName(text)).toBe(name);
  });

  it('cuts long names between letters, never inside one', () => {
    const family = '👩‍👩‍👧';
    const stem = safeFileName(`${family.repeat(60)}.pdf`).slice(0, -'.pdf'.length);
    expect(stem).toBe(family.repeat(stem.length / family.length));
  });

  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('字', 'é', '👩‍👩‍👧', 'x'), minLength: 60, maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '/',
          '\\',
          '..',
          '.',
          ' ',
          '.pdf',
          '.PDF',
          'con',
          'a',
          '=?utf-8?B?eA/=?=',
          '=?',
          '?=',
          '-',
          '字',
        ),
        {
          maxLength: 200,
        },
      )
      .map((parts) => parts.join('')),
  );

  it('gives for any text a name that every system and the mail take', () => {
    assertHolds(
      fc.property(anyName, (text) => {
        const name = safeFileName(text);
        expect(name).toMatch(/^[^/\\:|*<>"\p{Cc}\p{Cs}\p{Bidi_Control}]+\.pdf$/u);
        expect(name).not.toMatch(/^(?:-|(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/i);
        expect(bytesOf(name)).toBeLessThanOrEqual(maxBytes);
        expect(z.safeParse(attachmentSchema.shape.fileName, name).success).toBe(true);
      }),
      2000,
    );
  });

  it('leaves its own output as it is', () => {
    assertHolds(
      fc.property(anyName, (text) => {
        const name = safeFileName(text);
        expect(safeFileName(name)).toBe(name);
      }),
      2000,
    );
  });
});
