import { TabpostError } from '../../domain/failure.ts';
import { safeFileName } from '../../domain/mail.ts';
import type { PrintProblem } from '../../domain/print-problem.ts';
import { maxPrintMs, maxSnapshot } from '../../protocol/limits.ts';
import { sha256Of } from '../../protocol/sha256.ts';
import { printChoicesFor, printChoicesItem } from '../storage/print-choices.ts';
import { checkedPdf } from './checked-pdf.ts';
import { runFileInTab } from './run-in-tab.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import type { CapturedTab, CaptureStrategy } from './strategy.ts';

/** ms for the snapshot: its own limits end it sooner, unless the page's scripts hold it. */
const snapshotMs = 10_000;

/** Kept free for the way back, so that the answer comes within `maxPrintMs` of the press. A Firefox that starts first needs most of the rest. */
const wayBackMs = 2000;

/** An ordinary web page: the companion prints a snapshot of it. The last resort, for it takes whatever is no PDF. */
export const printedPage: CaptureStrategy = {
  can: (_tab, probe) =>
    'contentType' in probe && /^(?:text\/|application\/(?:(?:xhtml\+)?xml|json)|image\/)/.test(probe.contentType),
  async capture(tab, _probe, printer) {
    const deadline = tab.askedAt + maxPrintMs - wayBackMs;
    // The browser that prints starts while the page is read. What is wrong with it, the print itself says.
    printer.call('warmPrinter', {}).catch(() => undefined);
    const snapshot = await snapshotOf(tab);
    const choices = printChoicesFor(tab.url, await printChoicesItem.read());
    const page = new Blob([snapshot.html]);
    if (page.size > maxSnapshot) throw new TabpostError('page-too-big', { detail: String(page.size) });
    const budgetMs = Math.max(1000, Math.round(deadline - performance.now()));
    const { external, view } = snapshot;
    const order = { size: page.size, sha256: await sha256Of(page), choices, external, view, budgetMs };
    const { body, bytes } = await printer.call('print', order, { upload: page });
    return {
      bytes: await checkedPdf(bytes),
      fileName: safeFileName(snapshot.title),
      source: 'printed',
      url: tab.url,
      problems: allProblems(snapshot.problems, body.incomplete),
    };
  },
};

async function snapshotOf({ id }: CapturedTab): Promise<Exclude<Snapshot, { refused: unknown }>> {
  const snapshot = await runFileInTab<Snapshot>(id, '/snapshot.js', snapshotMs);
  if ('refused' in snapshot) throw new TabpostError(snapshot.refused);
  return snapshot;
}

function allProblems(ofSnapshot: PrintProblem[], incomplete: boolean): PrintProblem[] {
  return [...new Set<PrintProblem>([...ofSnapshot, ...(incomplete ? (['asset'] as const) : [])])];
}
