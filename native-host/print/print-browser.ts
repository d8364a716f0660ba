import type { PrintChoices } from '../../domain/print-choices.ts';

/** A page to print, already guarded against what it may hold, and how. */
export type PrintOrder = { page: string; choices: PrintChoices; external: boolean };

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

/** A company's rule forbids this way to print: another way or another browser may still do. */
export class ForbiddenByPolicy extends Error {
  override readonly name = 'ForbiddenByPolicy';
}
