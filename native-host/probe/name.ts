import { resolveHostname } from 'nodemailer/lib/shared';
import { fault } from './fault.ts';
import type { Step, Trial } from './trial.ts';

/** The server's addresses, looked up as nodemailer does it: DNS for both families, then whatever the system knows. */
export const name: Step = async (trial) => {
  trial.addresses = await lookUp(trial);
  trial.transcript.note(`${trial.server.host}: ${trial.addresses.join(', ')}`);
  return { facts: { addresses: trial.addresses } };
};

function lookUp(trial: Trial): Promise<string[]> {
  const { host } = trial.server;
  return new Promise((resolve, reject) => {
    resolveHostname({ host, timeout: trial.patience.name, dnsTtl: 1 }, (error, found) => {
      const { code: original = '' } = (error ?? {}) as NodeJS.ErrnoException;
      // All addresses are there for nodemailer's own use; its types name only the one it picked.
      const { _addresses: all } = (found ?? {}) as { _addresses?: string[] };
      if (error) reject(fault(trial, { code: 'EDNS', original }));
      else resolve(all ?? [host]);
    });
  });
}
