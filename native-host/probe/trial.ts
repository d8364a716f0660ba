import type { ConnectionOptions, TLSSocket } from 'node:tls';
import type { TabpostError } from '../../domain/failure.ts';
import type { ProbeStep } from '../../domain/probe.ts';
import type { Server } from '../../domain/profile.ts';
import type { Login } from '../delivery/server-options.ts';
import type { Line } from './line.ts';
import type { Offers } from './offers.ts';
import type { Transcript } from './transcript.ts';

/**
 * ms until silence ends a step; `slow`: until somebody in front of a form hears that a server which took the connection is being waited for.
 * A dead host must be named within 10 s, with time left to look at its other ports.
 */
type Patience = Record<'name' | 'connect' | 'slow' | 'handshake' | 'greeting' | 'command', number>;

/** One connection test on its way: what is asked, and what the steps so far have opened and learnt. */
export type Trial = {
  readonly server: Server;
  /** Envelope sender, and the recipient that is asked for. */
  readonly sender: string;
  /** Undefined when there is no login to make, or no password for it: then `noLogin` says why. */
  readonly login: Login | undefined;
  readonly noLogin: TabpostError | undefined;
  /** Rules of the disabled list. */
  readonly disabled: string[];
  /** Bytes of the message that a send would bring. */
  readonly messageSize: number;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly secrets: string[];
  readonly transcript: Transcript;
  /** Told when a server that took the connection keeps silent; says whether waiting on is for nothing. Without it nobody is told. */
  onSlow: (() => Promise<boolean>) | undefined;
  trust: ConnectionOptions;
  addresses: string[];
  line: Line | undefined;
  tls: TLSSocket | undefined;
  offers: Offers;
};

/** What a step reports. Its failure is thrown, or reported here when there are facts to show with it. */
export type Finding = Partial<Pick<ProbeStep, 'state' | 'facts' | 'failure' | 'fixes'>>;

/** @throws TabpostError what keeps the test, and a send, from going on */
export type Step = (trial: Trial) => Promise<Finding> | Finding;

/** The open line. A step that comes before `connect` is a fault of the ladder. */
export function lineOf({ line }: Trial): Line {
  if (!line) throw new Error('no connection yet');
  return line;
}
