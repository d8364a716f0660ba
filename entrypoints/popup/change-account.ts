import type { Draft, DraftTexts } from '../../domain/draft.ts';
import type { Profile } from '../../domain/profile.ts';
import { resigned } from '../../domain/signature.ts';
import { firstMessage } from './first-message.ts';

/** A draft's texts with another account: a message nobody touched is that account's own, any other gets its signature. */
export function changeAccount(draft: Draft, before: Profile, after: Profile): DraftTexts {
  const isUntouched = draft.message === firstMessage(draft, before);
  const message = isUntouched ? firstMessage(draft, after) : resigned(draft.message, before.signature, after.signature);
  return { profileId: after.id, message };
}
