import { canvasPicture, imageCopy } from './canvas-picture.ts';
import { dom, isHtml } from './dom.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { imageSource } from './image-source.ts';
import type { Job } from './job.ts';
import { inTemplate, keepsPlace, keepsText, within } from './nesting.ts';
import type { Pieces } from './pieces.ts';
import { shadowRootOf } from './shadow-root-of.ts';
import { writeAttributes } from './write-attributes.ts';
import { writeFrame } from './write-frame.ts';
import { writeAdopted, writeLink, writeStyle } from './write-style.ts';

type Write = (element: never, pieces: Pieces, job: Job) => void;

const empty = /^(?:area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr)$/;

/** Elements that are written in their own way. */
const special: Record<string, Write> = {
  script: writeFiller,
  noscript: writeFiller,
  noembed: writeFiller,
  noframes: writeFiller,
  template: writeFiller,
  base: () => {},
  source: () => {}, // the picture or video has one source, chosen already
  track: () => {},
  meta: (element: HTMLMetaElement, pieces, job) => {
    if (/^(?:color-scheme|viewport)$/i.test(element.name)) writePlain(element, pieces, job);
  },
  link: (element: HTMLLinkElement, pieces, job) => {
    if (element.relList.contains('stylesheet')) writeLink(element, pieces, job);
  },
  style: writeStyle,
  img: writeImage,
  canvas: writeCanvas,
  video: writeVideo,
  audio: (element: HTMLAudioElement, pieces, job) => writePlain(element, pieces, job, ['src']),
  textarea: writeTextArea,
  iframe: writeInner,
  frame: writeInner,
  object: writeInner,
  embed: writeInner,
};

/** An element with everything in it. */
export function writeElement(element: Element, pieces: Pieces, job: Job): void {
  const name = dom.localName(element);
  const write = Object.hasOwn(special, name) ? special[name] : undefined;
  if (write && (isHtml(element) || name === 'script' || name === 'style')) write(element as never, pieces, job);
  else writePlain(element, pieces, job);
}

/** @param own attributes that are written elsewhere or not at all */
function writePlain(element: Element, pieces: Pieces, job: Job, own: readonly string[] = []): void {
  const name = tagName(element);
  pieces.add(`<${name}`);
  writeAttributes(element, pieces, job, own);
  pieces.add('>');
  if (isHtml(element) && empty.test(name)) return;
  writeInside(element, pieces, job);
  pieces.add(`</${name}>`);
}

/** Shadow root first, then the children. */
export function writeInside(element: Element, pieces: Pieces, job: Job): void {
  const outer = job.open;
  const root = shadowRootOf(element);
  if (root) {
    pieces.add('<template shadowrootmode="open">');
    job.open = outer && inTemplate;
    writeChildren(root, pieces, job);
    writeAdopted(root, pieces, job);
    pieces.add('</template>');
  }
  job.open = outer && isHtml(element) ? within(outer, dom.localName(element)) : undefined;
  writeChildren(element, pieces, job);
  job.open = outer;
}

/** @param wanted tells which of them are written */
export function writeChildren(parent: Node, pieces: Pieces, job: Job, wanted = (_node: Node) => true): void {
  const first = dom.firstChild(parent);
  // The parser swallows a line feed right behind these.
  if (/^(?:pre|listing|xmp|plaintext)$/i.test(dom.nodeName(parent)) && first && dom.nodeValue(first)?.startsWith('\n'))
    pieces.add('\n');
  for (let node: Node | null = first; node; node = dom.nextSibling(node)) {
    if (!wanted(node)) continue;
    const type = dom.nodeType(node);
    if (type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE) writeText(dom.nodeValue(node) ?? '', pieces, job);
    else if (type === Node.ELEMENT_NODE) writeChild(node as Element, pieces, job);
  }
}

function writeText(text: string, pieces: Pieces, job: Job): void {
  if (!job.open || keepsText(job.open, text)) pieces.add(escapeText(text));
  else writeNested(() => pieces.add(escapeText(text)), pieces, job);
}

function writeChild(element: Element, pieces: Pieces, job: Job): void {
  if (!job.open || !isHtml(element) || keepsPlace(job.open, dom.localName(element))) writeElement(element, pieces, job);
  else writeNested(() => writeElement(element, pieces, job), pieces, job);
}

/** In a template a parser leaves everything where it is; printing takes it out again. */
function writeNested(write: () => void, pieces: Pieces, job: Job): void {
  const outer = job.open;
  job.open = inTemplate;
  pieces.add('<template data-tabpost-nest>');
  write();
  pieces.add('</template data-tabpost-nest>');
  job.open = outer;
}

/** What a parser reads as text to the end, without references, is written as the element that looks like it. */
const asText = /^(?:xmp|plaintext)$/;

function tagName(element: Element): string {
  if (!isHtml(element)) return dom.tagName(element);
  const name = dom.localName(element);
  return asText.test(name) ? 'pre' : name;
}

function writeInner(element: HTMLIFrameElement, pieces: Pieces, job: Job): void {
  writeFrame(element, { pieces, job, inside: () => writeChildren(element, pieces, job) });
}

/** Selectors count siblings: what is left out in the body is replaced by something that shows nothing. */
function writeFiller(element: Element, pieces: Pieces): void {
  const parent = dom.parentNode(element);
  if (!parent || dom.nodeName(parent).toLowerCase() !== 'head') pieces.add('<template></template>');
}

function writeImage(image: HTMLImageElement, pieces: Pieces, job: Job): void {
  pieces.add('<img');
  writeAttributes(image, pieces, job, ['src']);
  pieces.later(imageSource(image, job));
  pieces.add('>');
}

/** Keeps its tag, so that the page's CSS still finds it; the picture takes its place. */
function writeCanvas(canvas: HTMLCanvasElement, pieces: Pieces, job: Job): void {
  const picture = canvasPicture(canvas, job) ?? emptyPicture(canvas);
  const style = `${canvas.getAttribute('style') ?? ''};content:url("${picture}")`;
  pieces.add('<canvas');
  writeAttributes(canvas, pieces, job, ['style']);
  pieces.add(` style="${escapeAttribute(style)}"></canvas>`);
}

/** Without scripts a canvas shows what stands in it for old browsers. */
function emptyPicture({ width, height }: HTMLCanvasElement): string {
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/>`;
}

function writeVideo(video: HTMLVideoElement, pieces: Pieces, job: Job): void {
  const frame = imageCopy(video);
  if (frame === undefined && !video.poster) job.problems.add('embedded');
  pieces.add('<video');
  writeAttributes(video, pieces, job, frame === undefined ? ['src'] : ['src', 'poster']);
  pieces.add(frame === undefined ? '></video>' : ` poster="${frame}"></video>`);
}

function writeTextArea(area: HTMLTextAreaElement, pieces: Pieces, job: Job): void {
  pieces.add('<textarea');
  writeAttributes(area, pieces, job);
  pieces.add(`>\n${escapeText(area.value.replaceAll('\0', ''))}</textarea>`);
}
