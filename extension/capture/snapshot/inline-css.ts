import { string as cssString } from 'css-tree/utils';
import { isOwn } from './assets.ts';
import { type CssSpot, cssSpots } from './css-spots.ts';
import { cssText } from './css-text.ts';
import { inlineAddress } from './inline-address.ts';
import type { Job } from './job.ts';
import { makePieces } from './pieces.ts';

/** `part`: a whole sheet, or the declarations of a `style` attribute. */
type Sheet = { text: string; base: string; part?: 'sheet' | 'declarations'; depth?: number };

/** Sheets that import each other would never end. */
const maxDepth = 8;

/** A style sheet that needs nothing but itself, and looks the same without scripts and after its animations. */
export async function inlineCss({ text, base, part = 'sheet', depth = 0 }: Sheet, job: Job): Promise<string> {
  const pieces = makePieces(job);
  let done = 0;
  for (const spot of cssSpots(text)) {
    pieces.add(text.slice(done, spot.start));
    pieces.later(replacement(spot, { base, depth }, job));
    done = spot.end;
  }
  pieces.add(text.slice(done));
  if (part === 'sheet' && /animation|transition|@keyframes/i.test(text)) pieces.add(atTheirEnd);
  return pieces.join();
}

/** The page stands still in print: what moves is shown where it arrives. */
const atTheirEnd =
  '*,::before,::after{animation-duration:0s!important;animation-delay:0s!important;transition:none!important}';

/** Scripts are off in print, so no custom element is ever defined there: what was true on the screen is written down. */
const alwaysTrue = ':not(.tabpost-undefined)';

/** What is printed has no address of its own, so nothing in it is its target. */
const isTarget = '[data-tabpost-target]';

async function replacement(spot: CssSpot, { base, depth }: { base: string; depth: number }, job: Job): Promise<string> {
  if (!('url' in spot)) return spot.kind === 'defined' ? alwaysTrue : isTarget;
  if (spot.kind === 'import') return quoted(await importedSheet(spot.url, { base, depth }, job));
  const address = await inlineAddress(spot.url, { base, kind: spot.kind }, job);
  return `url(${quoted(address)})`;
}

/** An imported sheet as a data: address keeps its media, layer and place among the others. */
async function importedSheet(url: string, at: { base: string; depth: number }, job: Job): Promise<string> {
  const address = URL.parse(url, at.base)?.href;
  if (address === undefined || at.depth >= maxDepth) return 'data:text/css,';
  const asset = await job.assets.load(address);
  if ('blob' in asset) {
    const text = await inlineCss({ text: await cssText(asset.blob), base: address, depth: at.depth + 1 }, job);
    return `data:text/css;charset=utf-8,${encodeURIComponent(text.toWellFormed())}`;
  }
  if (!isOwn(address)) job.external = true;
  else if (asset.missing === 'out-of-reach') job.problems.add('asset');
  return address;
}

function quoted(text: string): string {
  return cssString.encode(text);
}
