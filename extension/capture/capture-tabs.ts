import { TabpostError, toFailure } from '../../domain/failure.ts';
import { capturedTab } from './captured-tab.ts';
import { capturePdf } from './index.ts';
import { allSites, demandSite } from './site-permission.ts';
import type { Capturing, Printer } from './strategy.ts';

/**
 * The PDFs of several tabs, in their order. All or none: a mail that lacks one silently would be worse than no mail.
 * @throws TabpostError `tabs-permission`, `tab-without-pdf`
 */
export async function captureTabs(tabIds: number[], printer: Printer): Promise<Capturing> {
  await demandSite(allSites, 'tabs-permission');
  const captured = [];
  for (const id of tabIds) {
    const tab = await capturedTab(id);
    const pdf = await capturePdf({ ...tab }, printer).catch((cause: unknown) => {
      throw new TabpostError('tab-without-pdf', { detail: `${tab.title}: ${toFailure(cause).code}`, cause });
    });
    if (pdf.captured.length === 0) throw new TabpostError('tab-without-pdf', { detail: tab.title });
    captured.push(...pdf.captured.map((each) => ({ ...each, source: 'tab' as const })));
  }
  return { captured, choices: [] };
}
