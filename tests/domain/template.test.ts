import { describe, expect, it } from 'vitest';
import { subjectFor } from '../../domain/template.ts';

describe('subjectFor', () => {
  it.each([
    ['Invoice_2026-001.pdf', 'Invoice 2026-001'],
    ['Faktura č.1.PDF', 'Faktura č.1'],
    ['a\r\nBcc: e@e.test.pdf', 'a Bcc: e@e.test'],
    [`${'x'.repeat(300)}.pdf`, 'x'.repeat(255)],
  ])('%j -> %j', (fileName, subject) => {
    expect(subjectFor(fileName)).toBe(subject);
  });
});
