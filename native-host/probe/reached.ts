import { once } from 'node:events';
import type { Socket } from 'node:net';
import { fault } from './fault.ts';
import type { Trial } from './trial.ts';

const stages = {
  connect: { patience: 'connect', timeout: 'CONNECT_TIMEOUT' },
  secureConnect: { patience: 'handshake', timeout: 'UPGRADE_TIMEOUT' },
} as const;

/**
 * Waits until a socket is connected, or encrypted.
 * @throws TabpostError why it did not come so far
 */
export async function reached(socket: Socket, stage: keyof typeof stages, trial: Trial): Promise<void> {
  const { patience, timeout } = stages[stage];
  const late = AbortSignal.timeout(trial.patience[patience]);
  try {
    await once(socket, stage, { signal: AbortSignal.any([late, trial.signal]) });
  } catch (error) {
    socket.destroy();
    const { code: original = '' } = error as NodeJS.ErrnoException;
    throw fault(trial, late.aborted ? { code: 'ETIMEDOUT', timeout } : { code: 'ESOCKET', original });
  }
}
