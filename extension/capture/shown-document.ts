import { TabpostError } from '../../domain/failure.ts';
import { documentOf, type PageWords, type ShownDocument } from '../../domain/shown-document.ts';
import { runInTab } from './run-in-tab.ts';
import type { CapturedTab } from './strategy.ts';

/** ms; a page that cannot say what it shows is taken for what it was. */
const patience = 1500;

/** What the tab shows. Of a page that may not be entered (Firefox's PDF viewer) only the title is known; undefined when nobody can tell. */
export async function shownDocument({ id, title }: CapturedTab): Promise<ShownDocument | undefined> {
  try {
    return documentOf(await runInTab(id, readWords, { deadlineMs: patience, immediately: true }));
  } catch (error) {
    const isClosed = error instanceof TabpostError && error.code === 'page-hidden';
    return isClosed && title ? documentOf({ load: 0, headings: title }) : undefined;
  }
}

/** Runs in the page: may use nothing from outside itself. */
async function readWords(): Promise<PageWords> {
  const mostText = 300_000;
  /** More would hold the page up: its title and headings have to do. */
  const mostElements = 50_000;
  const load = performance.timeOrigin;
  if (document.contentType === 'application/pdf') return { load, headings: '' };
  if (document.readyState === 'loading') {
    await new Promise((ready) => document.addEventListener('DOMContentLoaded', ready, { once: true }));
  }
  const documents = withFrames(document);
  return {
    load,
    headings: documents.map(headingsOf).join('\n').slice(0, 20_000),
    text: documents.map(textOf).join('\n').slice(0, mostText),
  };

  function withFrames(page: Document): Document[] {
    const frames = [...page.querySelectorAll<HTMLIFrameElement>('iframe, frame')].slice(0, 50);
    return [page, ...frames.flatMap(({ contentDocument }) => (contentDocument ? withFrames(contentDocument) : []))];
  }

  function headingsOf(page: Document): string {
    const headings = [...page.querySelectorAll('h1, h2, h3')].slice(0, 50).map(({ textContent }) => textContent);
    const holders = [...page.querySelectorAll('iframe, embed, object')].slice(0, 50);
    const addresses = holders.map((holder) => holder.getAttribute('src') ?? holder.getAttribute('data') ?? '');
    const pdfs = addresses.filter((address) => /^blob:|pdf/i.test(address)).map((address) => address.slice(0, 300));
    return [page.title, ...headings, ...pdfs].join('\n');
  }

  function textOf(page: Document): string {
    if (page.getElementsByTagName('*').length > mostElements) return '';
    const root = page.body ?? page.documentElement;
    const fields = [...page.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    const values = fields.filter(({ type }) => !/^(?:hidden|password|search)$/.test(type)).map(({ value }) => value);
    return [seen(root), ...shadowTexts(page), ...values].join('\n');
  }

  function seen(element: Element): string {
    // biome-ignore lint/performance/useDomNodeTextContent: what is not shown is no part of the document, such as the invoice in another tab of the page
    return (element as HTMLElement).innerText ?? element.textContent;
  }

  function shadowTexts(parent: ParentNode): string[] {
    const own = [...parent.querySelectorAll<HTMLElement>('*')].filter(({ localName }) => localName.includes('-'));
    return own.flatMap((element) => {
      const root = shadowOf(element);
      if (!root) return [];
      return [...root.children].map(seen).concat(shadowTexts(root));
    });
  }

  function shadowOf(element: HTMLElement): ShadowRoot | null {
    const opener = (
      globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } } }
    ).chrome?.dom;
    if (opener?.openOrClosedShadowRoot) return opener.openOrClosedShadowRoot(element);
    return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? element.shadowRoot;
  }
}
