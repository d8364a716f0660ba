import { withAttachments } from '../../domain/capture.ts';
import type { Draft } from '../../domain/draft.ts';
import { safeFileName } from '../../domain/mail.ts';
import { subjectFor } from '../../domain/template.ts';
import { draftItem } from '../storage/draft.ts';

export type Arrangement = { id: string; fileName: string }[];

/** Puts the draft's PDFs into this order under these names; what is not named goes. */
export async function arrangeAttachments(tabId: number, arrangement: Arrangement): Promise<void> {
  await draftItem(tabId).update((draft) => draft && arranged(draft, arrangement));
}

function arranged(draft: Draft, arrangement: Arrangement): Draft {
  if (draft.capture.state !== 'ready') return draft;
  const { attachments } = draft.capture;
  const kept = arrangement.flatMap(({ id, fileName }) => {
    const found = attachments.find((each) => each.id === id);
    return found ? [{ ...found, attachment: { ...found.attachment, fileName: safeFileName(fileName) } }] : [];
  });
  return { ...draft, subject: subjectAfter(draft, kept), capture: withAttachments(draft.capture, kept) };
}

/** A subject that nobody changed follows the first file's name. */
function subjectAfter({ subject, capture }: Draft, [first]: { attachment: { fileName: string } }[]): string {
  const before = capture.state === 'ready' ? capture.attachments[0]?.attachment.fileName : undefined;
  const isOurs = before !== undefined && subject === subjectFor(before);
  return isOurs && first ? subjectFor(first.attachment.fileName) : subject;
}
