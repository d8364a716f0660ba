import { adoptedSheets } from './adopted-sheets.ts';
import { cssText } from './css-text.ts';
import { dom } from './dom.ts';
import { escapeAttribute } from './escape.ts';
import { inlineCss } from './inline-css.ts';
import { isActive } from './is-active.ts';
import type { Job } from './job.ts';
import type { Pieces } from './pieces.ts';
import { liveRules, sheetText } from './sheet-text.ts';

/** `<style>`, with the rules it has now. */
export function writeStyle(element: HTMLStyleElement | SVGStyleElement, pieces: Pieces, job: Job): void {
  const { sheet, textContent } = element;
  if (!sheet || !isActive(sheet, element)) return;
  const text = sheetText(textContent ?? '', liveRules(sheet)) ?? '';
  writeSheet({ text, media: element.media, base: element.baseURI }, pieces, job);
}

/** `<link rel=stylesheet>` becomes a `<style>`. One that cannot be read is left to the printing browser. */
export function writeLink(link: HTMLLinkElement, pieces: Pieces, job: Job): void {
  const { sheet, href, media } = link;
  if (sheet && isActive(sheet, link)) writeSheetOf({ sheet, href, media }, pieces, job);
}

/** What `<?xml-stylesheet?>` before the root leads to, in XHTML. */
export function writeInstructed(page: Document, pieces: Pieces, job: Job): void {
  for (const sheet of dom.styleSheets(page)) {
    const isInstructed = sheet.ownerNode?.nodeType === Node.PROCESSING_INSTRUCTION_NODE && !sheet.disabled;
    if (isInstructed && sheet.href)
      writeSheetOf({ sheet, href: sheet.href, media: sheet.media.mediaText }, pieces, job);
  }
}

type LinkedSheet = { sheet: CSSStyleSheet; href: string; media: string };

function writeSheetOf({ sheet, href, media }: LinkedSheet, pieces: Pieces, job: Job): void {
  const live = liveRules(sheet);
  const style = async () => {
    const asset = await job.assets.load(href);
    const text = sheetText('blob' in asset ? await cssText(asset.blob) : undefined, live);
    if (text !== undefined) return styleElement(await inlineCss({ text, base: sheet.href ?? href }, job), media);
    job.external = true;
    return `<link rel="stylesheet" href="${escapeAttribute(href)}"${mediaAttribute(media)}>`;
  };
  pieces.later(style());
}

/** Sheets that scripts made and gave to a document or a shadow root. */
export function writeAdopted(root: Document | ShadowRoot, pieces: Pieces, job: Job): void {
  for (const sheet of adoptedSheets(root)) {
    const text = liveRules(sheet)?.join('\n');
    if (text && !sheet.disabled)
      writeSheet({ text, media: sheet.media.mediaText, base: document.baseURI }, pieces, job);
  }
}

type Sheet = { text: string; media: string; base: string };

function writeSheet({ text, media, base }: Sheet, pieces: Pieces, job: Job): void {
  pieces.later(inlineCss({ text, base }, job).then((done) => styleElement(done, media)));
}

/** CSS may hold `</style` only in strings and comments, where a backslash changes nothing. */
function styleElement(css: string, media: string): string {
  return `<style${mediaAttribute(media)}>${css.replace(/<\/(?=style)/gi, '<\\/')}</style>`;
}

function mediaAttribute(media: string): string {
  return media ? ` media="${escapeAttribute(media)}"` : '';
}
