import { describe, expect, it } from 'vitest';
import { plainPdf } from '../../domain/plain-pdf.ts';

describe('plainPdf', () => {
  const pdf = plainPdf(['Tabpost (test) \\', 'Größe €']);

  it('names the place of every object and of its table', () => {
    const offsets = [...pdf.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets).toHaveLength(5);
    for (const [index, offset] of offsets.entries())
      expect(pdf.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    expect(pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)?.[1]))).toMatch(/^xref/);
    const content = /\/Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(pdf);
    expect(content?.[2]).toHaveLength(Number(content?.[1]));
  });

  it('no text leaves its brackets, and every byte is ASCII', () => {
    expect(pdf).toContain('(Tabpost \\(test\\) \\\\) Tj');
    expect(pdf).toContain('(Gr??e ?) Tj');
    expect(pdf).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
