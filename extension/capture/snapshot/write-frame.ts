import { isHtml } from './dom.ts';
import { escapeAttribute } from './escape.ts';
import type { Job } from './job.ts';
import type { Pieces } from './pieces.ts';
import { writeAttributes } from './write-attributes.ts';

type Frame = HTMLIFrameElement | HTMLFrameElement | HTMLObjectElement | HTMLEmbedElement;

/**
 * A frame carries its document inside; one of another site is loaded by the printing browser, without scripts and session.
 * @param inside writes what stands in the element, which an object shows when it has nothing else
 */
export function writeFrame(
  frame: Frame,
  { pieces, job, inside }: { pieces: Pieces; job: Job; inside: () => void },
): void {
  const { localName } = frame;
  const inner = innerDocument(frame);
  pieces.add(`<${localName}`);
  writeAttributes(frame, pieces, job, inner || !isPicture(frame) || showsInside(frame) ? loading : []);
  if (inner) writeDocument(localName, job.documentText(inner), pieces);
  else noteMissing(frame, pieces, job);
  pieces.add('>');
  if (localName === 'embed' || localName === 'frame') return;
  if (localName === 'object') inside();
  pieces.add(`</${localName}>`);
}

const loading = ['src', 'data', 'type', 'sandbox', 'allow'];

/** Objects and embeds may show a drawing, which is carried like any picture. */
function isPicture(frame: Frame): boolean {
  if (frame.localName !== 'object' && frame.localName !== 'embed') return false;
  const [type, address] = [frame.getAttribute('type'), frame.getAttribute('data') ?? frame.getAttribute('src')];
  return (
    /^image\//i.test(type ?? '') || /^data:image\/|\.(?:svg|png|jpe?g|gif|webp|avif)(?:[?#]|$)/i.test(address ?? '')
  );
}

/** What an object could not load it replaces by what stands in it. */
function showsInside(frame: Frame): boolean {
  if (frame.localName !== 'object') return false;
  const inside = document.createRange();
  inside.selectNodeContents(frame);
  return inside.getClientRects().length > 0;
}

function innerDocument(frame: Frame): Document | undefined {
  const inner = 'contentDocument' in frame ? frame.contentDocument : frame.getSVGDocument();
  if (!inner?.documentElement || inner.contentType === 'application/pdf') return undefined;
  return isHtml(inner.documentElement) || frame.localName === 'iframe' ? inner : undefined;
}

function writeDocument(localName: string, text: Promise<string>, pieces: Pieces): void {
  if (localName === 'iframe') return pieces.later(text.then((html) => ` srcdoc="${escapeAttribute(html)}"`));
  const name = localName === 'object' ? 'data' : 'src';
  pieces.later(text.then((html) => ` ${name}="data:text/html;charset=utf-8,${encodeURIComponent(html)}"`));
}

function noteMissing(frame: Frame, pieces: Pieces, job: Job): void {
  const { width, height } = frame.getBoundingClientRect();
  const isShown = width > 4 && height > 4; // smaller ones only count visitors
  if (frame.localName === 'object' || frame.localName === 'embed') {
    if (isShown && !isPicture(frame)) job.problems.add('embedded');
    return;
  }
  const src = URL.parse(frame.getAttribute('src') ?? '', frame.baseURI);
  if (!isShown || !src || !/^https?:$/.test(src.protocol)) return;
  job.problems.add(src.origin === location.origin ? 'embedded' : 'frame');
  job.external = true;
  if (src.origin !== location.origin) pieces.add(` sandbox="" src="${escapeAttribute(src.href)}"`);
}
