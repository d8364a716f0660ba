import { type Draft, missing } from '../../domain/draft.ts';
import { isTyping } from './recipient-fields.ts';

/** Whether pressing Send makes sense: an address still being typed counts, the press takes it over. */
export function canSend(draft: Draft): boolean {
  return missing(draft).every((gap) => gap === 'recipient' && isTyping(draft));
}
