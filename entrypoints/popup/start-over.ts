import { i18n } from '#i18n';
import { attachmentsOf } from '../../domain/capture.ts';
import { blankDraft, type Draft } from '../../domain/draft.ts';
import { subjectFor } from '../../domain/template.ts';

/** The draft with its first texts and no recipients, under a new id. The PDF stays: some can be fetched only once. */
export function startOver(draft: Draft, sender: string): Draft {
  const fresh = { ...blankDraft(draft), capture: draft.capture };
  const [first] = attachmentsOf(draft.capture);
  if (!first) return fresh;
  const file = first.fileName;
  return { ...fresh, subject: subjectFor(file), message: i18n.t('draftMessage', { file, sender }).trimEnd() };
}
