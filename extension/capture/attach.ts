import { type Attached, maxFiles, totalSize, withAttachments } from '../../domain/capture.ts';
import { TabpostError } from '../../domain/failure.ts';
import { safeFileName } from '../../domain/mail.ts';
import { profileOf } from '../../domain/settings.ts';
import { maxAttachments } from '../../protocol/limits.ts';
import { draftItem } from '../storage/draft.ts';
import { settingsItem } from '../storage/settings.ts';
import { withCapture } from './with-capture.ts';

/**
 * Adds a PDF to the tab's draft, behind those it has.
 * @throws TabpostError `too-many-files`, `pdf-too-big`
 */
export async function attach(tabId: number, attached: Attached): Promise<void> {
  const settings = await settingsItem.read();
  await draftItem(tabId).update((draft) => {
    if (!draft) throw new TabpostError('draft-missing');
    const before = draft.capture.state === 'ready' ? draft.capture.attachments : [];
    const capture = withAttachments(draft.capture, joined(before, [attached]));
    return withCapture(draft, capture, profileOf(settings, draft.profileId));
  });
}

/** @throws TabpostError `too-many-files`, `pdf-too-big` */
export function joined(before: Attached[], more: Attached[]): Attached[] {
  const all = eachOwnName([...before, ...more]);
  if (all.length > maxFiles) throw new TabpostError('too-many-files');
  const capture = withAttachments({ state: 'capturing' }, all);
  if (totalSize(capture) > maxAttachments) throw new TabpostError('pdf-too-big');
  return all;
}

/** Two files of one name in one mail are taken for one by many mail programs: the second is called `name (2).pdf`. */
function eachOwnName(all: Attached[]): Attached[] {
  const taken = new Set<string>();
  return all.map((attached) => {
    const stem = attached.attachment.fileName.replace(/\.pdf$/i, '');
    let fileName = attached.attachment.fileName;
    for (let count = 2; taken.has(fileName.toLowerCase()); count++) fileName = safeFileName(`${stem} (${count})`);
    taken.add(fileName.toLowerCase());
    return { ...attached, attachment: { ...attached.attachment, fileName } };
  });
}
