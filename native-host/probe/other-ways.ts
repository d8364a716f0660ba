import { type Failure, toFailure } from '../../domain/failure.ts';
import type { Security } from '../../domain/ports.ts';
import { connect } from './connect.ts';
import { encryption } from './encryption.ts';
import { greeting } from './greeting.ts';
import { createTranscript } from './transcript.ts';
import type { Trial } from './trial.ts';

type Way = { port: number; security: Security };

export type OtherWays = {
  /** Ports that answer with TLS, the one to prefer first. */
  open: Way[];
  /** No port for mail answers in any way, not even with a refusal, but the server's web port opens. */
  mailIsBlocked: boolean;
};

const usual = {
  mail: [
    { port: 465, security: 'ssl' },
    { port: 587, security: 'tls' },
    { port: 2525, security: 'tls' },
    { port: 25, security: 'tls' },
  ] as Way[],
  web: 443,
};

/**
 * Looks at the server's other ways in, all at the same time, without saying more than EHLO on any of them.
 * @param ms time for all of it
 */
export async function otherWays(trial: Trial, ms: number, ports = usual): Promise<OtherWays> {
  const ways = [turned(trial), ...ports.mail.filter(({ port }) => port !== trial.server.port)];
  const [web, ...mail] = await Promise.all([
    reach(trial, { port: ports.web, security: 'none' }, ms),
    ...ways.map((way) => reach(trial, way, ms)),
  ]);
  return {
    open: ways.filter((_way, index) => mail[index] === 'speaks'),
    mailIsBlocked: web === 'opens' && mail.every((answer) => answer === 'silent'),
  };
}

/** Whether this very port answers when encryption begins at the other moment: then waiting on would be for nothing. */
export async function wantsOtherSecurity(trial: Trial, ms: number): Promise<boolean> {
  return (await reach(trial, turned(trial), ms)) === 'speaks';
}

function turned({ server: { port, security } }: Trial): Way {
  return { port, security: security === 'ssl' ? 'tls' : 'ssl' };
}

type Answer = 'speaks' | 'opens' | 'refused' | 'silent';

async function reach(trial: Trial, way: Way, ms: number): Promise<Answer> {
  const other: Trial = {
    ...trial,
    server: { ...trial.server, ...way },
    patience: { name: ms, connect: ms, slow: ms, handshake: ms, greeting: ms, command: ms },
    onSlow: undefined,
    signal: AbortSignal.any([trial.signal, AbortSignal.timeout(ms)]),
    transcript: createTranscript([]),
    line: undefined,
  };
  const closed = await failureOf(() => connect(other));
  if (closed) return closed.code === 'connection-refused' ? 'refused' : 'silent';
  const mute = way.security === 'none' || (await failureOf(() => speakTls(other)));
  other.line?.socket.destroy();
  return mute ? 'opens' : 'speaks';
}

/** @throws TabpostError when it does not */
async function speakTls(other: Trial): Promise<void> {
  if (other.server.security === 'ssl') await encryption(other);
  await greeting(other);
  if (other.server.security === 'tls') await encryption(other);
}

async function failureOf(attempt: () => unknown): Promise<Failure | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}
