import { isIP } from 'node:net';
import { connect as encrypt, type TLSSocket } from 'node:tls';
import { TabpostError } from '../../domain/failure.ts';
import { isLoopback } from '../../domain/loopback.ts';
import { ask, isYes } from './ask.ts';
import { fault } from './fault.ts';
import { openLine } from './line.ts';
import { patiently } from './patiently.ts';
import { reached } from './reached.ts';
import { type Finding, lineOf, type Step, type Trial } from './trial.ts';

/** TLS from the start, or STARTTLS, which is asked for even where it is not offered: a send does so, too. */
export const encryption: Step = async (trial) => {
  if (trial.server.security === 'none') return unprotected(trial);
  if (trial.server.security === 'tls') await startTls(trial);
  trial.tls = await handshake(trial);
  trial.line = openLine(trial.tls, trial);
  const protocol = trial.tls.getProtocol() ?? '';
  trial.transcript.note(`encrypted with ${protocol}, ${trial.tls.getCipher().name}`);
  return { facts: { protocol } };
};

function unprotected({ server }: Trial): Finding {
  if (server.authentication !== 'none' && !isLoopback(server.host)) throw new TabpostError('password-without-tls');
  return { state: 'warning' };
}

async function startTls(trial: Trial): Promise<void> {
  const text = await ask(trial, 'STARTTLS');
  if (!isYes(text)) throw fault(trial, { code: 'ETLS', text, command: 'STARTTLS' });
}

/** Goes through with any certificate: the next step looks at it, and nothing secret is said before that. */
async function handshake(trial: Trial): Promise<TLSSocket> {
  const { host } = trial.server;
  const line = lineOf(trial);
  line.release();
  const name = isIP(host) ? {} : { servername: host };
  const tls = encrypt({ socket: line.socket, host, ...name, ...trial.trust, rejectUnauthorized: false });
  tls.on('error', () => {}); // told to whoever waits for the socket; when it comes later nobody does
  await patiently(trial, reached(tls, 'secureConnect', trial), 'UPGRADE_TIMEOUT');
  return tls;
}
