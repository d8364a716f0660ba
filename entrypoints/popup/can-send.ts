import { type Draft, missing } from '../../domain/draft.ts';
import { isTyping } from './recipient-fields.ts';

/** Whether pressing Send makes sense: an address still being typed counts, the press takes it over. Which of two documents is meant comes first. */
export function canSend(draft: Draft): boolean {
  if (draft.elsewhere) return false;
  return missing(draft).every((gap) => gap === 'recipient' && isTyping(draft));
}
