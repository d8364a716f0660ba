import { TabpostError } from '../../domain/failure.ts';
import { cleanText } from '../delivery/clean-text.ts';
import { codeOf, type Evidence } from '../delivery/failures.ts';
import { replyCode } from '../delivery/reply-code.ts';
import type { Trial } from './trial.ts';

/** What broke, in the terms in which `delivery/failures` judges a send: so test and send give the same answer. */
type Found = Partial<Omit<Evidence, 'server' | 'reply' | 'brokenOff'>>;

export function fault(trial: Pick<Trial, 'server' | 'secrets'>, found: Found): TabpostError {
  const { text = '', original = '', timeout = '', code = '', command = '' } = found;
  const { server } = trial;
  const evidence = { code, original, command, timeout, text, reply: replyCode(text), server, brokenOff: undefined };
  const detail = cleanText(text || original || timeout || code, trial.secrets);
  return new TabpostError(codeOf(evidence), { ...(detail && { detail }) });
}
