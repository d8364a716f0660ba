import { isIPv6, type LookupFunction, connect as open, type Socket } from 'node:net';
import { openLine } from './line.ts';
import { reached } from './reached.ts';
import type { Step, Trial } from './trial.ts';

/** Opens the port; several addresses are tried in turn (RFC 8305). */
export const connect: Step = async (trial) => {
  const { host, port } = trial.server;
  const socket = open({ host, port, lookup: knownAddresses(trial.addresses), autoSelectFamily: true });
  closeOnCancel(socket, trial);
  await reached(socket, 'connect', trial);
  trial.transcript.note(`connected to ${socket.remoteAddress ?? host}, port ${port}`);
  trial.line = openLine(socket, trial);
  return {};
};

function closeOnCancel(socket: Socket, { signal }: Trial): void {
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop);
  socket.once('close', () => signal.removeEventListener('abort', stop));
  socket.on('error', () => {}); // told to whoever waits for the socket; when it comes later nobody does
  if (signal.aborted) stop();
}

function knownAddresses(addresses: string[]): LookupFunction {
  return (host, { all }, done) => {
    const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    if (all) done(null, found);
    else done(null, found[0]?.address ?? host, found[0]?.family);
  };
}
