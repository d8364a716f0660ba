import type { FailureCode } from '../../domain/failure.ts';

/** What the browser lets us know about a tab before its page was asked anything. */
export type CapturedTab = { id: number; url: string; title: string };

/** What the page's own frame said of itself. */
export type PageProbe = { contentType: string } | { refused: FailureCode };

export type Captured = { bytes: Blob; fileName: string };

/** One way to a PDF. Strategies stand in a list; the first whose `can` says yes does it. */
export type CaptureStrategy = {
  can(tab: CapturedTab, probe: PageProbe): boolean;
  /** @throws TabpostError */
  capture(tab: CapturedTab): Promise<Captured>;
};
