import type { ImapFlowOptions } from 'imapflow';
import type { Server } from '../../domain/profile.ts';
import type { Login } from '../delivery/server-options.ts';
import { trustOf } from '../delivery/server-options.ts';
import type { SentCopy } from './sent-copy.ts';

/** How imapflow is to reach the mailbox. TLS is never opportunistic here either. */
export function imapOptions(target: SentCopy & { pin?: Server['pin'] }, { user, pass }: Login): ImapFlowOptions {
  const { host, port, security } = target;
  return {
    host,
    port,
    secure: security === 'ssl',
    ...(security === 'tls' && { doSTARTTLS: true }),
    auth: { user, pass },
    tls: { minVersion: 'TLSv1.2', ...trustOf(target) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 30_000,
    socketTimeout: 180_000,
  };
}
