import type { Server } from '../../../domain/profile.ts';
import { serverOptions } from '../../../native-host/delivery/server-options.ts';
import { noOffers } from '../../../native-host/probe/offers.ts';
import { createTranscript } from '../../../native-host/probe/transcript.ts';
import type { Trial } from '../../../native-host/probe/trial.ts';
import { sender } from './set-ups.ts';

const ms = 1000;

/** A connection test inside this process, with a patience of its own. */
export function trialOf(server: Server, patience: Partial<Trial['patience']> = {}): Trial {
  return {
    server,
    sender,
    login: undefined,
    noLogin: undefined,
    disabled: [],
    messageSize: 5000,
    patience: { name: ms, connect: ms, slow: ms, handshake: ms, greeting: ms, command: ms, ...patience },
    signal: new AbortController().signal,
    secrets: [],
    transcript: createTranscript([]),
    onSlow: undefined,
    trust: serverOptions(server, undefined).tls ?? {},
    addresses: ['127.0.0.1'],
    line: undefined,
    tls: undefined,
    offers: noOffers,
  };
}
