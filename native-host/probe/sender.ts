import { TabpostError } from '../../domain/failure.ts';
import { refusals } from '../../domain/policy.ts';
import { ask, isYes } from './ask.ts';
import { fault } from './fault.ts';
import { fits } from './size.ts';
import type { Step } from './trial.ts';

/** MAIL FROM with the real sender: a server that lets in does not let everybody send as everyone. */
export const sender: Step = async (trial) => {
  const { sender: address, disabled, offers, messageSize } = trial;
  const [refusal] = refusals([address], disabled);
  if (refusal) throw new TabpostError('address-disabled', { address, ...(refusal.rule && { detail: refusal.rule }) });
  // A mail above the limit is not even begun; the step about the size says so.
  const size = offers.size && fits(trial) ? ` SIZE=${messageSize}` : '';
  const text = await ask(trial, `MAIL FROM:<${address}>${size}`);
  if (!isYes(text)) throw fault(trial, { code: 'EENVELOPE', text, command: 'MAIL FROM' });
  return { facts: { address } };
};
