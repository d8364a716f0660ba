import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { pdfPages, pdfText } from './pdf-text.ts';

export type Likeness = {
  samePages: boolean;
  sameText: boolean;
  /** Share of pixels that differ at all, 0 to 1. */
  differing: number;
};

/** How near two PDFs are to each other, at 75 dpi. */
export function comparePdfs(one: Buffer, other: Buffer): Likeness {
  const [first, second] = [pictures(one), pictures(other)];
  let [differing, all] = [0, 0];
  for (const [at, page] of first.entries()) {
    const pixels = page.readUInt32BE(16) * page.readUInt32BE(20); // width and height stand at the start of a PNG
    all += pixels;
    differing += differingPixels(page, second[at]) ?? pixels;
  }
  return {
    samePages: pdfPages(one).count === pdfPages(other).count,
    sameText: pdfText(one) === pdfText(other),
    differing: differing / all,
  };
}

/** Undefined when there is no other, or one of another size. Most are the same, which costs no look at their pixels. */
function differingPixels(one: Buffer, other: Buffer | undefined): number | undefined {
  if (!other || one.equals(other)) return other && 0;
  const [{ width, height, data }, twin] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (twin.width !== width || twin.height !== height) return undefined;
  return pixelmatch(data, twin.data, undefined, width, height, { threshold: 0, includeAA: true });
}

/** Its pages as PNG files. */
function pictures(pdf: Buffer): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-pages-'));
  try {
    writeFileSync(join(folder, 'x.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '75', '-png', join(folder, 'x.pdf'), join(folder, 'p')]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return names.sort().map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
