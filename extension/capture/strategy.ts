import type { Attached, Choice } from '../../domain/capture.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { PrintProblem } from '../../domain/print-problem.ts';
import type { Companion } from '../companion/client.ts';
import type { PdfBytes } from './checked-pdf.ts';
import type { TabAnswer } from './fetch-in-tab.ts';

/** What the browser lets us know about a tab before its page was asked anything; the address may be hidden: ''. */
export type CapturedTab = {
  id: number;
  url: string;
  title: string;
  /** When it was asked for, on the clock of `performance`: people wait from there. */
  askedAt: number;
};

/** A PDF the page shows inside itself, or links to. */
export type FoundPdf = { url: string; name: string };

/** What the page itself said, or why it could not be asked. */
export type PageProbe =
  | {
      contentType: string;
      href: string;
      title: string;
      embedded: FoundPdf[];
      links: FoundPdf[];
      /** The bytes of a tab that shows a PDF, on their way since the page was asked. */
      own?: Promise<TabAnswer>;
    }
  | { refused: FailureCode; detail?: string };

export type Captured = {
  bytes: PdfBytes;
  fileName: string;
  source: Attached['source'];
  url: string;
  /** The server was asked once more for what the tab shows: perhaps it is not the same. */
  refetched?: boolean;
  /** What a print could not carry. */
  problems?: PrintProblem[];
};

/** What prints. */
export type Printer = Pick<Companion, 'call'>;

/** PDFs that were taken, and what else could be. */
export type Capturing = { captured: Captured[]; choices: Choice[] };

/** One way to a PDF. Strategies stand in a list; the first whose `can` says yes does it. */
export type CaptureStrategy = {
  can(tab: CapturedTab, probe: PageProbe): boolean;
  /**
   * @returns undefined when a person has to choose
   * @throws TabpostError
   */
  capture(tab: CapturedTab, probe: PageProbe, printer: Printer): Promise<Captured | undefined>;
};
