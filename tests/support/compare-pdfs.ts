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
    const { width, height, data } = page;
    const twin = second[at];
    all += width * height;
    const same = twin?.width === width && twin.height === height;
    differing += same
      ? pixelmatch(data, twin.data, undefined, width, height, { threshold: 0, includeAA: true })
      : width * height;
  }
  return {
    samePages: pdfPages(one).count === pdfPages(other).count,
    sameText: pdfText(one) === pdfText(other),
    differing: differing / all,
  };
}

function pictures(pdf: Buffer): PNG[] {
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-pages-'));
  try {
    writeFileSync(join(folder, 'x.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '75', '-png', join(folder, 'x.pdf'), join(folder, 'p')]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return names.sort().map((name) => PNG.sync.read(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
