import { TabpostError } from '../../domain/failure.ts';
import { introduce } from './greeting.ts';
import type { Step } from './trial.ts';

/** What the server offers now that the line is as private as it will be (RFC 3207 4.2: earlier offers do not count). */
export const loginOffered: Step = async (trial) => {
  if (trial.server.security === 'tls') await introduce(trial);
  if (trial.server.authentication === 'none') return { state: 'skipped' };
  const { auth, mechanisms } = trial.offers;
  if (!auth) throw new TabpostError('login-unsupported');
  return { facts: { mechanisms } };
};
