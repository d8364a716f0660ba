import { type FailureCode, TabpostError } from '../../domain/failure.ts';
import { fetchInTab } from './fetch-in-tab.ts';
import { type PageReading, readPage } from './read-page.ts';
import { type FrameResult, runInFrames, runInTab } from './run-in-tab.ts';
import type { FoundPdf, PageProbe } from './strategy.ts';
import { viewerFrames } from './viewer-frames.ts';

/** A document that is still arriving gets this long to end. */
const loadingMs = 6000;

/** Frames are asked only to find PDFs without any hint; one that hangs must not hold the page. */
const framesMs = 3000;

/** Asks the page what it is. A PDF answers at once; an HTML page is asked for the PDFs inside it, too. */
export async function probePage(tabId: number): Promise<PageProbe> {
  try {
    const own = fetchInTab(tabId); // gives nothing unless the tab shows a PDF; then asking and fetching cost one way, not two
    own.catch(() => undefined); // who needs it awaits it
    const page = await runInTab(tabId, readPage, { immediately: true });
    if (page.contentType === 'application/pdf') return { ...page, own };
    return await readWhole(tabId, page);
  } catch (error) {
    if (error instanceof TabpostError) return { refused: error.code, ...(error.detail && { detail: error.detail }) };
    throw error;
  }
}

async function readWhole(tabId: number, page: PageReading): Promise<PageProbe> {
  const whole = page.loading ? await loaded(tabId) : page;
  const frames = await runInFrames(tabId, readPage, { allFrames: true, immediately: true, deadlineMs: framesMs }).catch(
    onlyThePage,
  );
  const embedded = [...whole.embedded, ...(await viewerFrames(tabId))];
  return { ...whole, embedded: embeddedPdfs({ ...whole, embedded }, frames) };
}

/** Without `immediately` the browser waits for the document's end. */
async function loaded(tabId: number): Promise<PageReading> {
  try {
    return await runInTab(tabId, readPage, { deadlineMs: loadingMs });
  } catch (error) {
    throw error instanceof TabpostError && error.code === 'page-busy' ? new TabpostError('page-loading') : error;
  }
}

function onlyThePage(error: unknown): FrameResult<PageReading>[] {
  const expected: FailureCode[] = ['page-busy', 'page-error'];
  if (error instanceof TabpostError && expected.includes(error.code)) return []; // what the page's own elements say is enough
  throw error;
}

/** What the elements name, and frames that turned out to be PDFs. A redirected element counts once, as its element. */
function embeddedPdfs({ embedded }: PageReading, frames: FrameResult<PageReading>[]): FoundPdf[] {
  const shown = frames.flatMap(({ frameId, result }) =>
    frameId !== 0 && result?.contentType === 'application/pdf' && /^(?:https?|blob):/.test(result.href)
      ? [result.href]
      : [],
  );
  const redirected = embedded.filter(({ url, same }) => same && !shown.includes(url)).length;
  const unnamed = shown.filter((url) => !embedded.some((each) => each.url === url)).slice(redirected);
  const all = [...embedded.map(({ url, name }) => ({ url, name })), ...unnamed.map((url) => ({ url, name: '' }))];
  return all.filter(({ url }, at) => all.findIndex((each) => each.url === url) === at);
}
