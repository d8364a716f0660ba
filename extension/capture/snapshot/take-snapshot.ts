import type { PageView } from '../../../domain/page-view.ts';
import { documentText } from './document-text.ts';
import { dom } from './dom.ts';
import { openJob } from './job.ts';
import { Refusal } from './refusal.ts';
import { scriptedFonts } from './scripted-fonts.ts';
import type { Snapshot } from './snapshot.ts';

/** ms for pictures that are still on their way when the button is pressed. */
const loadMs = 2000;

/** The page as it stands, as one HTML text that needs nothing else. Writes nothing into the page. */
export async function takeSnapshot(): Promise<Snapshot> {
  try {
    await loaded();
    const job = openJob(documentText);
    // Pages prepare themselves for print: charts change their size, folded parts open.
    dispatchEvent(new Event('beforeprint'));
    await handled();
    const view = viewNow();
    let text: Promise<string>;
    try {
      text = documentText(document, job);
      if (scriptedFonts()) job.problems.add('font');
    } finally {
      dispatchEvent(new Event('afterprint'));
    }
    job.walked();
    const html = (await text).toWellFormed();
    const problems = [...job.problems];
    return { html, title: dom.title(document), problems, external: job.external, view };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    if (error instanceof RangeError) return { refused: 'page-too-big' }; // the stack or the longest string is used up
    throw error;
  }
}

/** Promises of the page's listeners are done by the time the browser itself would print; a message waits for them, and for no timer. */
function handled(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const waited = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  port2.postMessage(undefined);
  return waited.finally(() => port1.close());
}

/** A window that is not shown may have no size at all. */
function viewNow(): PageView {
  const [width, height] = [innerWidth, innerHeight].map((side) => Math.min(Math.max(Math.round(side), 1), 20_000));
  return { width: width ?? 1, height: height ?? 1, density: Math.min(Math.max(devicePixelRatio, 0.1), 10) };
}

async function loaded(): Promise<void> {
  if (document.readyState === 'complete') return;
  await new Promise<void>((resolve) => {
    addEventListener('load', () => resolve(), { once: true });
    setTimeout(resolve, loadMs);
  });
  if (document.readyState === 'loading') throw new Refusal('page-error');
}
