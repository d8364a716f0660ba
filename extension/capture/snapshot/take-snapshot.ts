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
    let text: Promise<string>;
    try {
      text = documentText(document, job);
      if (scriptedFonts()) job.problems.add('font');
    } finally {
      dispatchEvent(new Event('afterprint'));
    }
    job.walked();
    const html = (await text).toWellFormed();
    return { html, title: dom.title(document), problems: [...job.problems], external: job.external };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    if (error instanceof RangeError) return { refused: 'page-too-big' }; // the stack or the longest string is used up
    throw error;
  }
}

async function loaded(): Promise<void> {
  if (document.readyState === 'complete') return;
  await new Promise<void>((resolve) => {
    addEventListener('load', () => resolve(), { once: true });
    setTimeout(resolve, loadMs);
  });
  if (document.readyState === 'loading') throw new Refusal('page-error');
}
