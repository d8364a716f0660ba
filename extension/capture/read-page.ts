export type PageReading = {
  contentType: string;
  href: string;
  title: string;
  loading: boolean;
  /** `same`: of the page's own origin, so its frame can be asked as well. */
  embedded: { url: string; name: string; same: boolean }[];
  links: { url: string; name: string }[];
};

/**
 * What a frame says of itself and of the PDFs in it. Runs in the page: may use nothing from outside itself.
 * An element without a hint (type, suffix) is known as a PDF only by its frame.
 */
export function readPage(): PageReading {
  const isHtml = /html/.test(document.contentType);
  return {
    contentType: document.contentType,
    href: location.href,
    title: document.title.slice(0, 500),
    loading: document.readyState === 'loading',
    embedded: isHtml ? all('iframe, embed, object', 1000).flatMap(asEmbedded) : [],
    links: isHtml ? linked(20) : [],
  };

  function all(selector: string, most: number): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(selector)].slice(0, most);
  }

  function asEmbedded(element: HTMLElement, at: number): PageReading['embedded'] {
    const url = addressOf(element, element.localName === 'object' ? 'data' : 'src');
    const isPdf = /pdf/i.test(element.getAttribute('type') ?? '') || (url !== null && looksLikePdf(url));
    if (!url || !isPdf || !/^(?:https?|blob|data):$/.test(url.protocol)) return [];
    const label = element.title || element.getAttribute('name') || element.getAttribute('aria-label');
    // The bytes of a data: address stay in the page; it is found again by its place.
    if (url.protocol === 'data:') return [{ url: `data:#${at}`, name: short(label), same: false }];
    return [{ url: url.href, name: short(label) || lastPart(url), same: url.origin === location.origin }];
  }

  function linked(most: number): PageReading['links'] {
    const byAddress = new Map<string, string>();
    for (const link of all('a[href], area[href]', 20_000)) {
      const url = addressOf(link, 'href');
      if (!url || !/^(?:https?|blob):$/.test(url.protocol) || !(looksLikePdf(url) || saysPdf(link))) continue;
      if (!byAddress.has(url.href)) byAddress.set(url.href, short(link.textContent || link.title) || lastPart(url));
      if (byAddress.size === most) break;
    }
    return [...byAddress].map(([url, name]) => ({ url, name }));
  }

  function saysPdf(link: HTMLElement): boolean {
    const download = link.getAttribute('download') ?? '';
    const text = `${link.textContent ?? ''} ${link.title} ${link.getAttribute('aria-label') ?? ''}`.slice(0, 500);
    const fetches = /download|herunterladen|télécharger|descargar|scarica|stáhnout|pobierz/i.test(text);
    const papers = /invoice|rechnung|facture|factura|fattura|faktura|receipt|credit note|gutschrift/i.test(text);
    const typed = /pdf/i.test(link.getAttribute('type') ?? '') || /\.pdf$/i.test(download);
    return typed || /\bpdf\b/i.test(text) || (fetches && papers);
  }

  function looksLikePdf({ protocol, pathname, href }: URL): boolean {
    return protocol === 'data:' ? /^data:application\/pdf/i.test(href) : /\.pdf$/i.test(pathname);
  }

  function addressOf(element: HTMLElement, attribute: string): URL | null {
    const text = element.getAttribute(attribute);
    return text ? URL.parse(text, document.baseURI) : null;
  }

  function short(text: string | null): string {
    return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 120);
  }

  function lastPart({ pathname }: URL): string {
    const last = pathname.split('/').at(-1) ?? '';
    try {
      return decodeURIComponent(last);
    } catch {
      return last;
    }
  }
}
