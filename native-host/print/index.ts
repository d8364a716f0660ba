import { TabpostError } from '../../domain/failure.ts';
import { maxAttachments } from '../../protocol/limits.ts';
import type { Native } from '../../protocol/native.ts';
import type { RequestOf, ResponseOf } from '../../protocol/rpc.ts';
import type { Download } from '../../protocol/rpc-download.ts';
import { findBrowsers } from './find-browsers.ts';
import { guardedPage } from './guarded-page.ts';
import { createPrinter, type Printer } from './printer.ts';

type Print = Native['print'];

let printer: Printer | undefined;

/** Starts the browser that prints. */
export function warmPrinter(): void {
  printer ??= createPrinter(findBrowsers());
  void printer.warm();
}

/** @throws TabpostError `print-*`, `pdf-too-big` */
export async function printPage(html: Buffer, order: RequestOf<Print>): Promise<Download<ResponseOf<Print>>> {
  printer ??= createPrinter(findBrowsers());
  const { choices, external, view, budgetMs } = order;
  const page = guardedPage(html.toString('utf8'));
  const { pdf, incomplete } = await printer.print({ page, choices, external, ...(view && { view }) }, budgetMs);
  if (pdf.length > maxAttachments) throw new TabpostError('pdf-too-big', { detail: String(pdf.length) });
  return { body: { incomplete }, bytes: new Uint8Array(pdf) };
}

/** Ends the browser and removes its folder. */
export async function closePrinter(): Promise<void> {
  await printer?.close();
}
