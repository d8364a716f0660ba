import { createHmac } from 'node:crypto';
import { TabpostError } from '../../domain/failure.ts';
import type { Login } from '../delivery/server-options.ts';
import { ask, isYes } from './ask.ts';
import { fault } from './fault.ts';
import type { Step, Trial } from './trial.ts';

type Mechanism = (trial: Trial, login: Login) => Promise<string>;

const hidden = '•••';

/** In nodemailer's order of preference, said as nodemailer says it. */
const mechanisms: Record<string, Mechanism> = {
  PLAIN: async (trial, { user, pass }) => {
    const reply = await ask(trial, `AUTH PLAIN ${base64(`\0${user}\0${pass}`)}`, `AUTH PLAIN ${hidden}`);
    return reply.startsWith('334') ? ask(trial, '') : reply;
  },
  LOGIN: async (trial, { user, pass }) => {
    for (const [command, shown] of [['AUTH LOGIN'], [base64(user), hidden]] as const) {
      const reply = await ask(trial, command, shown);
      if (!/^334[ -]/.test(reply)) throw refused(trial, reply);
    }
    return ask(trial, base64(pass), hidden);
  },
  'CRAM-MD5': async (trial, { user, pass }) => {
    const reply = await ask(trial, 'AUTH CRAM-MD5');
    const challenge = /^334\s+(.+)$/.exec(reply)?.[1];
    if (challenge === undefined) throw refused(trial, reply);
    const proof = createHmac('md5', pass).update(Buffer.from(challenge, 'base64').toString('ascii')).digest('hex');
    return ask(trial, base64(`${user} ${proof}`), hidden);
  },
};

/** Logs in exactly once: a second try with a wrong password can lock the account. */
export const login: Step = async (trial) => {
  if (trial.server.authentication === 'none') return { state: 'skipped' };
  if (!trial.login) throw trial.noLogin ?? new TabpostError('secret-missing');
  const known = Object.keys(mechanisms).find((name) => trial.offers.mechanisms.includes(name)) ?? 'PLAIN';
  const reply = await mechanisms[known]?.(trial, trial.login);
  if (reply === undefined || !isYes(reply)) throw refused(trial, reply ?? '');
  return { facts: { mechanisms: [known] } };
};

function refused(trial: Trial, text: string): TabpostError {
  return fault(trial, { code: 'EAUTH', text, command: 'AUTH' });
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
