import { TabpostError } from '../../domain/failure.ts';
import { profileOf } from '../../domain/settings.ts';
import { draftItem } from '../storage/draft.ts';
import { settingsItem } from '../storage/settings.ts';
import { attach } from './attach.ts';
import { capturedTab } from './captured-tab.ts';
import { foundPdf } from './found-pdf.ts';
import { keepCaptured } from './keep-captured.ts';
import { namedByPattern } from './named-by-pattern.ts';

/**
 * Fetches one of the PDFs the page offers, and attaches it.
 * @throws TabpostError those of foundPdf and attach
 */
export async function choosePdf(tabId: number, choiceId: string): Promise<void> {
  const draft = await draftItem(tabId).read();
  const choices = draft && 'choices' in draft.capture ? draft.capture.choices : [];
  const choice = choices.find(({ id }) => id === choiceId);
  const tab = await capturedTab(tabId);
  if (!choice || tab.url !== draft?.url) throw new TabpostError('page-changed');
  const profile = profileOf(await settingsItem.read(), draft.profileId);
  const captured = await foundPdf(tab, choice, choice.kind);
  await attach(tabId, await keepCaptured(namedByPattern(captured, profile?.fileNamePattern ?? '', tab.title)));
}
