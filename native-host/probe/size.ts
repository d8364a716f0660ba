import { TabpostError } from '../../domain/failure.ts';
import { cleanText } from '../delivery/clean-text.ts';
import { type Finding, lineOf, type Step, type Trial } from './trial.ts';

/** Bytes. Scanned invoices reach a few MB, and base64 adds 37 %; below this some of them will not go through. */
const roomy = 7 * 1024 * 1024;

/** ms; nothing depends on this reply. */
const patienceAtTheEnd = 2000;

/** Whether the message is within the limit the server named, if it named one. */
export function fits({ offers, messageSize }: Trial): boolean {
  return offers.maxSize === 0 || messageSize <= offers.maxSize;
}

/** The limit from EHLO against the message; then the server is told to forget what it was asked. */
export const size: Step = async (trial) => {
  await leave(trial);
  const { maxSize } = trial.offers;
  if (maxSize === 0) return {};
  return { ...judged(trial, maxSize), facts: { maxSize } };
};

function judged(trial: Trial, limit: number): Finding {
  if (fits(trial)) return limit < roomy ? { state: 'warning' } : {};
  return { failure: { code: 'message-too-big', detail: `SIZE ${limit}`, size: trial.messageSize, limit } };
}

/** A server that breaks off now has nothing of ours to lose: a send would have gone on with DATA instead. */
async function leave(trial: Trial): Promise<void> {
  try {
    lineOf(trial).say('RSET');
    await lineOf(trial).hear(patienceAtTheEnd);
    lineOf(trial).say('QUIT');
  } catch (error) {
    if (!(error instanceof TabpostError)) throw error;
    trial.transcript.note(cleanText(error.message, trial.secrets));
  }
}
