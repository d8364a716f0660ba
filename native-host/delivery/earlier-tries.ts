import { isFinal, type RecipientResult } from '../../domain/outcome.ts';
import { unsent } from './settle.ts';
import { refusal, type Verdict } from './verdict.ts';

/** What a mail has come to when this try for some of its recipients is seen together with those before it. */
export function withEarlierTries(verdict: Verdict, earlier: RecipientResult[] = []): Verdict {
  if (!earlier.some(({ accepted }) => accepted)) return verdict;
  const now = new Map(verdict.recipients?.map((result) => [result.address, result]));
  const recipients = earlier.map((result) => now.get(result.address) ?? result);
  const all = { ...verdict, recipients };
  if (!isFinal(verdict.state) || verdict.state === 'unknown') return all;
  if (verdict.state !== 'sent' && verdict.state !== 'partial') return { ...all, ...unsent({ recipients }) };
  return { ...all, ...refusal(recipients) };
}
