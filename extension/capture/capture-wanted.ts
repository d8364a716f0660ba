import type { Wanted } from '../../domain/draft.ts';
import { captureTabs } from './capture-tabs.ts';
import { foundPdf } from './found-pdf.ts';
import { capturePdf } from './index.ts';
import type { CapturedTab, Capturing, Printer } from './strategy.ts';

/**
 * Takes what the draft is about: the tab's own page when nothing else was asked for.
 * @throws TabpostError
 */
export async function captureWanted(
  tab: CapturedTab,
  wanted: Wanted | undefined,
  printer: Printer,
): Promise<Capturing> {
  switch (wanted?.kind) {
    case undefined:
      return capturePdf(tab, printer);
    case 'tabs':
      return captureTabs(wanted.tabIds, printer);
    case 'link':
      return { captured: [await foundPdf(tab, { url: wanted.url, name: '' }, 'link')], choices: [] };
  }
}
