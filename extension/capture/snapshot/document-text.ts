import { dom, isHtml } from './dom.ts';
import { escapeAttribute } from './escape.ts';
import type { Job } from './job.ts';
import { makePieces, type Pieces } from './pieces.ts';
import { writeAttributes } from './write-attributes.ts';
import { writeChildren, writeElement, writeInside } from './write-element.ts';
import { writeAdopted, writeInstructed } from './write-style.ts';

/**
 * A whole document as HTML. The walk happens at once, so that it is one moment of the page; only what has to be fetched comes later.
 * @throws Refusal `page-too-big`, at once or later
 */
export function documentText(page: Document, job: Job): Promise<string> {
  const root = dom.documentElement(page);
  const pieces = makePieces(job);
  pieces.add(doctype(page));
  pieces.add('<html');
  if (isHtml(root)) writeAttributes(root, pieces, job);
  const outer = job.open;
  job.open = undefined;
  writeHead(page, pieces, job);
  job.open = page === document ? [] : undefined; // who restores the nesting does not reach every frame
  writeBody(page, pieces, job);
  job.open = outer;
  pieces.add('</html>');
  return pieces.join();
}

/** What a head holds; a parser that meets anything else in it takes the rest for the body. */
const inHead = /^(?:base|link|meta|noscript|script|style|template|title)$/;

function writeHead(page: Document, pieces: Pieces, job: Job): void {
  pieces.add(`><head><base href="${escapeAttribute(baseOf(page))}">`);
  if (/json/.test(page.contentType)) pieces.add(asViewed);
  writeInstructed(page, pieces, job);
  const head = dom.head(page);
  if (head) writeChildren(head, pieces, job, (node) => inHead.test(dom.nodeName(node).toLowerCase()));
  writeAdopted(page, pieces, job);
  pieces.add('</head>');
}

/** Chromium's own way to show JSON, which stands in no sheet. */
const asViewed = '<style>pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>';

/** The body, with what scripts put beside it. A page may do without: a drawing, XML with a style sheet. */
function writeBody(page: Document, pieces: Pieces, job: Job): void {
  const [root, head, body] = [dom.documentElement(page), dom.head(page), dom.body(page)];
  const name = body ? dom.localName(body) : 'body';
  pieces.add(`<${name}`);
  if (body) writeAttributes(body, pieces, job);
  else pieces.add(' style="margin:0"');
  pieces.add('>');
  if (body) writeInside(body, pieces, job);
  if (!isHtml(root)) writeElement(root, pieces, job);
  else if (name === 'body') writeChildren(root, pieces, job, (node) => node !== head && node !== body);
  if (page === document) pieces.later(Promise.resolve().then(() => job.sprites.markup()));
  pieces.add(`</${name}>`);
}

/** Without one, the page is laid out by the rules of old browsers; so is its print. */
function doctype(page: Document): string {
  if (dom.compatMode(page) === 'BackCompat') return '';
  const { publicId = '', systemId = '' } = dom.doctype(page) ?? {};
  const [first, second] = [publicId, systemId].map((id) => id.replace(/["<>]/g, ''));
  if (!first) return '<!DOCTYPE html>';
  return `<!DOCTYPE html PUBLIC "${first}"${second && ` "${second}"`}>`;
}

/** Name and password of an address are nobody's business. */
function baseOf(page: Document): string {
  const baseURI = dom.baseUri(page);
  const base = URL.parse(baseURI);
  if (!base) return baseURI;
  base.username = '';
  base.password = '';
  return base.href;
}
