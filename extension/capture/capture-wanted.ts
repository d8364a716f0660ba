import type { Wanted } from '../../domain/draft.ts';
import { captureTabs } from './capture-tabs.ts';
import { foundPdf } from './found-pdf.ts';
import { capturePdf } from './index.ts';
import type { CapturedTab, Capturing } from './strategy.ts';

/**
 * Takes what the draft is about: the tab's own page when nothing else was asked for.
 * @throws TabpostError
 */
export async function captureWanted(tab: CapturedTab, wanted: Wanted | undefined): Promise<Capturing> {
  switch (wanted?.kind) {
    case undefined:
      return capturePdf(tab);
    case 'tabs':
      return captureTabs(wanted.tabIds);
    case 'link':
      return { captured: [await foundPdf(tab, { url: wanted.url, name: '' }, 'link')], choices: [] };
  }
}
