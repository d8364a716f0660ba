import { blankDraft, type Draft } from '../../domain/draft.ts';
import type { Profile } from '../../domain/profile.ts';
import { firstTexts } from '../../extension/first-texts.ts';

/** The draft with its first texts and no recipients, under a new id. The PDF stays: some can be fetched only once. */
export function startOver(draft: Draft, profile: Profile): Draft {
  const { capture, profileId } = draft;
  return {
    ...blankDraft(draft),
    ...firstTexts(capture, profile),
    capture,
    ...(profileId !== undefined && { profileId }),
  };
}
