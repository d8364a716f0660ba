import type { Capture } from '../../domain/capture.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Profile } from '../../domain/profile.ts';
import { type FirstTexts, firstTexts } from '../first-texts.ts';

/**
 * The draft with these PDFs instead. A text that nobody changed follows them, or the mail would name a file it does not hold.
 * @param before what the texts were made for, where the draft itself no longer says so
 */
export function withCapture(draft: Draft, capture: Capture, profile?: Profile, before: Capture = draft.capture): Draft {
  const old = firstTexts(before, profile);
  const fresh = firstTexts(capture, profile);
  const follow = (name: keyof FirstTexts) => (draft[name] === old[name] ? fresh[name] : draft[name]);
  return { ...draft, capture, subject: follow('subject'), message: follow('message') };
}
