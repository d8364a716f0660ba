import { withAttachments } from '../../domain/capture.ts';
import type { Draft } from '../../domain/draft.ts';
import { safeFileName } from '../../domain/mail.ts';
import { profileOf, type Settings } from '../../domain/settings.ts';
import { draftItem } from '../storage/draft.ts';
import { settingsItem } from '../storage/settings.ts';
import { withCapture } from './with-capture.ts';

export type Arrangement = { id: string; fileName: string }[];

/** Puts the draft's PDFs into this order under these names; what is not named goes. */
export async function arrangeAttachments(tabId: number, arrangement: Arrangement): Promise<void> {
  const settings = await settingsItem.read();
  await draftItem(tabId).update((draft) => draft && arranged(draft, arrangement, settings));
}

function arranged(draft: Draft, arrangement: Arrangement, settings: Settings): Draft {
  if (draft.capture.state !== 'ready') return draft;
  const { attachments } = draft.capture;
  const kept = arrangement.flatMap(({ id, fileName }) => {
    const found = attachments.find((each) => each.id === id);
    return found ? [{ ...found, attachment: { ...found.attachment, fileName: safeFileName(fileName) } }] : [];
  });
  return withCapture(draft, withAttachments(draft.capture, kept), profileOf(settings, draft.profileId));
}
