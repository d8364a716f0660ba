import { dom, isHtml } from './dom.ts';
import { escapeAttribute } from './escape.ts';
import { inlineAddress } from './inline-address.ts';
import { inlineCss } from './inline-css.ts';
import type { Job } from './job.ts';
import type { Pieces } from './pieces.ts';
import { stateAttributes } from './state-attributes.ts';

/** What acts, loads, or only serves loading; `form*` would send. */
const dropped =
  /^(?:on.*|action|formaction|ping|integrity|crossorigin|nonce|autofocus|autoplay|srcdoc|srcset|sizes|loading|fetchpriority|is|data-tabpost-.*)$/i;
const links = /^(?:href|xlink:href)$/;
/** Attributes of drawings that take CSS. */
const paints = /^(?:fill|stroke|filter|mask|clip-path|marker-(?:start|mid|end))$/;

/** The attributes as they stand, except what acts or loads. `own` names those that are written elsewhere. */
export function writeAttributes(element: Element, pieces: Pieces, job: Job, own: readonly string[] = []): void {
  const state = stateAttributes(element);
  const animated = job.animated(element);
  for (const { name, value } of Array.from(dom.attributes(element))) {
    if (dropped.test(name) || own.includes(name) || name in state || !/^[^\s"'<>/=\0]+$/.test(name)) continue;
    writeAttribute(element, { name, value: name === 'style' ? value + animated : value }, pieces, job);
  }
  if (animated && !dom.hasAttribute(element, 'style')) write(pieces, 'style', animated);
  for (const [name, value] of Object.entries(state)) if (value !== null) write(pieces, name, value);
}

type Attribute = { name: string; value: string };

function writeAttribute(element: Element, { name, value }: Attribute, pieces: Pieces, job: Job): void {
  if (name === 'style' || (paints.test(name) && !isHtml(element))) writeCss(element, { name, value }, pieces, job);
  else if (loads(element, name)) writeLater(pieces, name, picture(element, value, job));
  else if (links.test(name)) writeHref(element, name, value, pieces, job);
  else write(pieces, name, value);
}

function write(pieces: Pieces, name: string, value: string): void {
  pieces.add(value === '' ? ` ${name}=""` : ` ${name}="${escapeAttribute(value)}"`);
}

function writeLater(pieces: Pieces, name: string, value: Promise<string>): void {
  pieces.later(value.then((text) => ` ${name}="${escapeAttribute(text)}"`));
}

function writeCss(element: Element, { name, value }: Attribute, pieces: Pieces, job: Job): void {
  if (name === 'style' && isIgnored(element)) return;
  if (!/url\(|image-set\(/i.test(value)) return write(pieces, name, value);
  writeLater(pieces, name, inlineCss({ text: value, base: dom.baseUri(element), part: 'declarations' }, job));
}

/** A page's policy (CSP) may keep the attribute from having any effect; in print no such policy holds. */
function isIgnored(element: Element): boolean {
  const { style } = element as HTMLElement;
  return style instanceof CSSStyleDeclaration && style.length === 0;
}

/** Attributes that show a picture, by element. */
const pictures: Record<string, RegExp> = {
  src: /^(?:input|embed)$/,
  data: /^object$/,
  poster: /^video$/,
  background: /^(?:body|table|thead|tbody|tfoot|tr|td|th)$/,
};

function loads(element: Element, name: string): boolean {
  return Object.hasOwn(pictures, name) && isHtml(element) && pictures[name]?.test(dom.localName(element)) === true;
}

function picture(element: Element, value: string, job: Job): Promise<string> {
  return inlineAddress(value.trim(), { base: dom.baseUri(element), kind: 'image' }, job);
}

/** Links stay as written, for print CSS may show them; a script address does not. */
function writeHref(element: Element, name: string, value: string, pieces: Pieces, job: Job): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore them inside the word "javascript"
  if (/^[\u0000- ]*j[\t\n\r]*a[\t\n\r]*v[\t\n\r]*a[\t\n\r]*s/i.test(value)) return;
  const kind = isHtml(element) ? '' : dom.localName(element);
  if (kind === 'image' || kind === 'feImage') return writeLater(pieces, name, picture(element, value, job));
  if (kind !== 'use' || value.startsWith('#')) return write(pieces, name, value);
  writeLater(pieces, name, useReference(element, value, job));
}

async function useReference(element: Element, value: string, job: Job): Promise<string> {
  const address = URL.parse(value, element.baseURI);
  if (!address) return value;
  if (address.href.split('#')[0] === document.URL.split('#')[0]) return address.hash;
  return (await job.sprites.reference(address)) ?? '#';
}
