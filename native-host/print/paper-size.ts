import type { PrintChoices } from '../../domain/print-choices.ts';

/** Inches, upright. Four digits: 8.27 x 11.7 shifted pixels against the browser's own A4 (measured). */
const sizes = { a4: [8.2677, 11.6929], letter: [8.5, 11] } as const;

export function paperSize({ paper }: Pick<PrintChoices, 'paper'>): { width: number; height: number } {
  const [width, height] = sizes[paper];
  return { width, height };
}
