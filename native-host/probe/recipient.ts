import { TabpostError } from '../../domain/failure.ts';
import { ask, isYes } from './ask.ts';
import { fault } from './fault.ts';
import type { Step } from './trial.ts';

/** RCPT TO with the own address: the one recipient nobody minds being asked about. No message follows. */
export const recipient: Step = async (trial) => {
  const { sender: address } = trial;
  const text = await ask(trial, `RCPT TO:<${address}>`);
  if (isYes(text)) return { facts: { address } };
  const { code, detail } = fault(trial, { code: 'EENVELOPE', text, command: 'RCPT TO' });
  throw new TabpostError(code, { address, ...(detail !== undefined && { detail }) });
};
