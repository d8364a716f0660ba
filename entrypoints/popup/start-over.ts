import { attachmentsOf } from '../../domain/capture.ts';
import { blankDraft, type Draft } from '../../domain/draft.ts';
import type { Profile } from '../../domain/profile.ts';
import { subjectFor } from '../../domain/template.ts';
import { firstMessage } from './first-message.ts';

/** The draft with its first texts and no recipients, under a new id. The PDF stays: some can be fetched only once. */
export function startOver(draft: Draft, profile: Profile): Draft {
  const { capture, profileId } = draft;
  const fresh = { ...blankDraft(draft), capture, ...(profileId !== undefined && { profileId }) };
  const [first] = attachmentsOf(capture);
  if (!first) return fresh;
  return { ...fresh, subject: subjectFor(first.fileName), message: firstMessage(draft, profile) };
}
