import type { PageView } from '../../domain/page-view.ts';
import type { PrintChoices } from '../../domain/print-choices.ts';

/** A page to print, already guarded against what it may hold, and how. */
export type PrintOrder = { page: string; choices: PrintChoices; external: boolean; view?: PageView };

export type Printed = { pdf: Buffer; incomplete: boolean };

/** A headless browser that is running, or a way to make one print once. */
export type PrintBrowser = {
  /** @throws when the browser ends or is closed in the middle */
  print(order: PrintOrder): Promise<Printed>;
  /** Ends it and removes its folder; a second call waits for the first. */
  close(): Promise<void>;
  /** Called when it has ended by itself. */
  onEnd(ended: () => void): void;
};

/** This way to print does not work on this computer: another way or another browser may still do. */
export class UnusableWay extends Error {
  override readonly name = 'UnusableWay';
  /** Whether a company's rule forbids it. */
  readonly byPolicy: boolean;

  constructor(reason: string, { byPolicy, cause }: { byPolicy: boolean; cause?: unknown }) {
    super(reason, { cause });
    this.byPolicy = byPolicy;
  }
}
