import { TabpostError } from '../../domain/failure.ts';
import { maxAttachments } from '../../protocol/limits.ts';
import { runInTab } from './run-in-tab.ts';

/** 50 MB through executeScript take some seconds on a slow computer. */
export const fetchMs = 45_000;

export type TabAnswer = {
  /** Where the tab is now. */
  href: string;
  /** HTTP status; 0 when there was no answer. */
  status: number;
  disposition: string | null;
  bytes?: ArrayBuffer;
  /** The browser kept no copy: the server was asked once more. */
  fresh?: boolean;
};

/**
 * Fetches inside the tab, where the page's cookies and its cache are.
 * @param address undefined for the tab's own document, if that is a PDF
 * @throws TabpostError `pdf-too-big`, `pdf-slow` and those of runInTab
 */
export async function fetchInTab(tabId: number, address?: string): Promise<TabAnswer> {
  const answer = await runInTab(tabId, fetchHere, {
    args: [address ?? null, maxAttachments, fetchMs],
    deadlineMs: fetchMs + 5000,
    immediately: true,
  });
  if ('tooBig' in answer) throw new TabpostError('pdf-too-big');
  if ('timedOut' in answer) throw new TabpostError('pdf-slow');
  return answer;
}

/**
 * Runs in the page: may use nothing from outside itself. The cache alone is asked first; a new answer is not stored:
 * a login page kept under this address would come back for ever.
 */
async function fetchHere(
  address: string | null,
  most: number,
  ms: number,
): Promise<TabAnswer | { tooBig: true } | { timedOut: true }> {
  const { href } = location;
  if (address === null && document.contentType !== 'application/pdf') return { href, status: 0, disposition: null };
  const signal = AbortSignal.timeout(ms);
  let fresh = false;
  try {
    const url = address?.startsWith('data:#') ? dataOf(Number(address.slice(6))) : (address ?? href);
    const response = /^https?:/.test(url) ? await askCacheFirst(url) : await fetch(url, { signal });
    const { status } = response;
    const disposition = response.headers.get('content-disposition');
    if (!response.ok) return { href, status, disposition };
    if (Number(response.headers.get('content-length')) > most) return { tooBig: true };
    const bytes = await wholeBody(response);
    return bytes ? { href, status, disposition, bytes, fresh } : { tooBig: true };
  } catch {
    // Offline, a revoked blob:, or refused by the page's policy: whoever asked knows another way or says so.
    return signal.aborted ? { timedOut: true } : { href, status: 0, disposition: null };
  }

  function askCacheFirst(url: string): Promise<Response> {
    // A page in a sandbox is of no origin, so nothing is its own and the cache alone cannot be asked.
    if (self.origin === 'null') return fetch(url, { credentials: 'include', cache: 'force-cache', signal });
    const options = { mode: 'same-origin', credentials: 'include', signal } as const;
    const cached = fetch(url, { ...options, cache: 'only-if-cached' });
    return cached.catch(() => {
      fresh = true;
      return fetch(url, { ...options, cache: 'no-store' });
    });
  }

  /** A body of known length cannot grow; a packed or endless one is counted while it comes. */
  async function wholeBody(response: Response): Promise<ArrayBuffer | undefined> {
    const isPlain = response.headers.has('content-length') && !response.headers.has('content-encoding');
    if (isPlain || !response.body) return response.arrayBuffer();
    const parts: BlobPart[] = [];
    let size = 0;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > most) {
        await reader.cancel();
        return undefined;
      }
      parts.push(part.value);
    }
    return new Blob(parts).arrayBuffer();
  }

  function dataOf(at: number): string {
    const element = document.querySelectorAll('iframe, embed, object')[at];
    return element?.getAttribute(element.localName === 'object' ? 'data' : 'src') ?? '';
  }
}
