import { TabpostError } from '../../domain/failure.ts';
import type { PageReading } from './read-page.ts';
import { runInTab } from './run-in-tab.ts';

const askMs = 3000;

/**
 * Frames of the page in which Firefox shows its PDF viewer. The viewer lets nobody in, so a frame that says nothing of a PDF in its
 * element is known only by what its address gives.
 */
export async function viewerFrames(tabId: number): Promise<PageReading['embedded']> {
  if (!import.meta.env.FIREFOX) return [];
  const options = { args: [askMs] as [number], deadlineMs: 2 * askMs, immediately: true };
  return runInTab(tabId, closedFramesWithPdf, options).catch((error: unknown) => {
    if (error instanceof TabpostError && error.code === 'page-busy') return []; // what the elements say is enough
    throw error;
  });
}

/** Runs in the page: may use nothing from outside itself. Only closed frames of the page's own site are asked about, from the cache first. */
async function closedFramesWithPdf(ms: number): Promise<PageReading['embedded']> {
  const frames = [...document.querySelectorAll<HTMLIFrameElement | HTMLObjectElement>('iframe, object')];
  const closed = frames.filter((frame) => frame.contentDocument === null).slice(0, 20);
  const found = await Promise.all(closed.map(asPdf));
  return found.flatMap((each) => each ?? []);

  async function asPdf(frame: HTMLIFrameElement | HTMLObjectElement) {
    const url = URL.parse(
      frame.localName === 'iframe' ? (frame as HTMLIFrameElement).src : (frame as HTMLObjectElement).data,
    );
    if (!url || url.origin !== location.origin) return undefined;
    const answer = await fetch(url, { cache: 'force-cache', signal: AbortSignal.timeout(ms) }).catch(() => undefined);
    void answer?.body?.cancel();
    if (!answer?.ok || !/^application\/pdf\b/i.test(answer.headers.get('content-type') ?? '')) return undefined;
    return { url: url.href, name: frame.title.slice(0, 120), same: true };
  }
}
