import { type Draft, missing } from '../../domain/draft.ts';

/** Whether pressing Send makes sense: an address still being typed counts, the press takes it over. */
export function canSend(draft: Draft): boolean {
  const gaps = missing(draft);
  return gaps.every((gap) => gap === 'recipient' && draft.toText.includes('@'));
}
