import { dom, isHtml } from './dom.ts';

type Opener = (element: Element) => ShadowRoot | null;

/** Only the extension's own world may see closed ones: Chromium by an API, Firefox by a property. */
const chromium = (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: Opener } } }).chrome?.dom;

/** Elements besides custom ones that may have a shadow root (DOM standard, "attach a shadow root"). */
const mayHave = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** The element's shadow root, closed ones too. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const open = dom.shadowRoot(element);
  if (open || !isHtml(element) || !mayHave.test(dom.localName(element))) return open;
  if (chromium?.openOrClosedShadowRoot) return chromium.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}
