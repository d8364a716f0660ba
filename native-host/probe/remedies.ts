import { sameMailbox } from '../../domain/address.ts';
import type { Failure, FailureCode } from '../../domain/failure.ts';
import { addressSchema } from '../../domain/mailbox.ts';
import { presetFor } from '../../domain/presets.ts';
import type { ProbeFix } from '../../domain/probe.ts';
import { z } from '../../domain/schema.ts';
import { nearestServer } from './nearest-server.ts';
import { otherWays } from './other-ways.ts';
import type { Trial } from './trial.ts';

/** What can be done about a failed step, and what it turned out to be. */
export type Remedy = { failure: Failure; fixes: ProbeFix[] };

type Row = (trial: Trial, failure: Failure, ms: number) => Remedy | Promise<Remedy>;

const rows: Partial<Record<FailureCode, Row>> = {
  'host-unknown': ({ server }, failure) => {
    const host = nearestServer(server.host);
    return { failure, fixes: host ? [{ kind: 'host', host }] : [] };
  },
  'connection-refused': anotherWay,
  'connection-timeout': anotherWay,
  'connection-lost': anotherWay,
  'greeting-timeout': anotherWay,
  'tls-wrong-port': anotherWay,
  'tls-unavailable': anotherWay,
  'tls-required': anotherWay,
  'password-without-tls': anotherWay,
  'login-unsupported': async (trial, failure, ms) => {
    const { fixes } = await anotherWay(trial, failure, ms);
    return { failure, fixes: [...fixes, { kind: 'authentication', on: false }] };
  },
  'login-required': (_trial, failure) => ({ failure, fixes: [{ kind: 'authentication', on: true }] }),
  'login-refused': appPassword,
  'login-app-password': appPassword,
  'sender-refused': ({ server, sender }, failure) => {
    const login = z.safeParse(addressSchema, server.login);
    const isOther = login.success && !sameMailbox(login.data, sender);
    return { failure, fixes: isOther ? [{ kind: 'sender', address: login.data }] : [] };
  },
};

/** @param ms time for looking around */
export function remedy(trial: Trial, failure: Failure, ms: number): Remedy | Promise<Remedy> {
  return rows[failure.code]?.(trial, failure, ms) ?? { failure, fixes: [] };
}

/** A firewall in between is told apart from a dead server by the port of its web pages. */
async function anotherWay(trial: Trial, failure: Failure, ms: number): Promise<Remedy> {
  if (trial.addresses.length === 0) return { failure, fixes: [] };
  const { open, mailIsBlocked } = await otherWays(trial, ms);
  const isBlocked = failure.code === 'connection-timeout' && mailIsBlocked;
  return {
    failure: isBlocked ? { ...failure, code: 'network-blocks-mail' } : failure,
    fixes: open.map((way) => ({ kind: 'way', ...way })),
  };
}

function appPassword({ server }: Trial, failure: Failure): Remedy {
  const preset = presetFor(server.host);
  const hasPage = preset?.password === 'app-password' && preset.helpUrl !== undefined;
  return { failure, fixes: hasPage ? [{ kind: 'app-password' }] : [] };
}
