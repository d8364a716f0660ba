import { describe, expect, it } from 'vitest';
import { sourceFiles, textOf } from './repository.ts';

const maxLines = 250;
const medianGoal = 60;

const sizes = sourceFiles().map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }));

describe('source files', () => {
  it('are there', () => {
    expect(sizes.length).toBeGreaterThan(50);
  });

  it(`have at most ${maxLines} lines`, () => {
    expect(sizes.filter(({ lines }) => lines > maxLines)).toEqual([]);
  });

  it(`have ${medianGoal} lines or fewer in the middle`, () => {
    const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(medianGoal);
  });

  it('have no catch-all name', () => {
    const catchAll = /(^|[/-])(utils?|helpers?|managers?|misc|common)(\.|\/|$)/i;
    expect(sizes.map(({ file }) => file).filter((file) => catchAll.test(file))).toEqual([]);
  });
});
