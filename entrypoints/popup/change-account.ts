import type { Draft, DraftTexts } from '../../domain/draft.ts';
import type { Profile } from '../../domain/profile.ts';
import { resigned } from '../../domain/signature.ts';
import { firstTexts } from '../../extension/first-texts.ts';

/** A draft's texts with another account: a message nobody touched is that account's own, any other gets its signature. */
export function changeAccount({ capture, message }: Draft, before: Profile, after: Profile): DraftTexts {
  const isUntouched = message === firstTexts(capture, before).message;
  const changed = isUntouched
    ? firstTexts(capture, after).message
    : resigned(message, before.signature, after.signature);
  return { profileId: after.id, message: changed };
}
