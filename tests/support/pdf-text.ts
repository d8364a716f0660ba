import { execFileSync } from 'node:child_process';

/** The text of a PDF as its reader would copy it, in the layout of its pages. */
export function pdfText(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Pages of a PDF, and the size of the first in points. */
export function pdfPages(pdf: Uint8Array): { count: number; size: [number, number] } {
  const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
  const count = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
  return { count, size: [Math.round(Number(width)), Math.round(Number(height))] };
}
