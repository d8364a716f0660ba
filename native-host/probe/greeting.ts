import { ask, isYes } from './ask.ts';
import { fault } from './fault.ts';
import { noOffers, readOffers } from './offers.ts';
import { patiently } from './patiently.ts';
import { lineOf, type Step, type Trial } from './trial.ts';

/** The server's first words, and whether it takes the name we give ourselves. */
export const greeting: Step = async (trial) => {
  const text = await patiently(
    trial,
    lineOf(trial).hear(trial.patience.greeting, 'GREETING_TIMEOUT'),
    'GREETING_TIMEOUT',
  );
  if (!text.startsWith('220')) throw fault(trial, { code: 'EPROTOCOL', text });
  await introduce(trial);
  return {};
};

/** EHLO with the name a send gives. Without STARTTLS to come, HELO does where EHLO is refused, as in a send. */
export async function introduce(trial: Trial): Promise<void> {
  const name = trial.sender.split('@')[1];
  const text = await ask(trial, `EHLO ${name}`);
  trial.offers = isYes(text) ? readOffers(text) : noOffers;
  if (isYes(text)) return;
  if (text.startsWith('421') || trial.server.security === 'tls')
    throw fault(trial, { code: 'ECONNECTION', text, command: 'EHLO' });
  const plain = await ask(trial, `HELO ${name}`);
  if (!isYes(plain)) throw fault(trial, { code: 'EPROTOCOL', text: plain, command: 'HELO' });
}
