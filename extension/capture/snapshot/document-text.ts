import { dom } from './dom.ts';
import { escapeAttribute } from './escape.ts';
import type { Job } from './job.ts';
import { makePieces } from './pieces.ts';
import { writeAttributes } from './write-attributes.ts';
import { writeChildren, writeInside } from './write-element.ts';
import { writeAdopted } from './write-style.ts';

/**
 * A whole document as HTML. The walk happens at once, so that it is one moment of the page; only what has to be fetched comes later.
 * @throws Refusal `page-too-big`, at once or later
 */
export function documentText(page: Document, job: Job): Promise<string> {
  const [root, head, body] = [dom.documentElement(page), dom.head(page), dom.body(page)];
  const pieces = makePieces(job);
  pieces.add(doctype(page));
  pieces.add('<html');
  writeAttributes(root, pieces, job);
  pieces.add(`><head><base href="${escapeAttribute(baseOf(page))}">`);
  if (head) writeChildren(head, pieces, job);
  writeAdopted(page, pieces, job);
  pieces.add('</head>');
  if (body) {
    pieces.add(`<${body.localName}`);
    writeAttributes(body, pieces, job);
    pieces.add('>');
    writeInside(body, pieces, job);
    if (page === document) pieces.later(Promise.resolve().then(() => job.sprites.markup()));
    pieces.add(`</${body.localName}>`);
  }
  pieces.add('</html>');
  return pieces.join();
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
