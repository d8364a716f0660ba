import type { Server } from '../../../domain/profile.ts';
import { accountOf } from './account-of.ts';
import { accountProblems } from './account-problems.ts';
import type { AccountValues } from './account-values.ts';
import { isBlankAccount } from './is-blank-account.ts';

export type ProbeRequest = { server: Server; sender: string; disabled: string[]; secret?: string };

/** What a test of these fields, saved or not, asks for; undefined while one of them is wrong. */
export function probeRequest(values: AccountValues, disabled: string[]): ProbeRequest | undefined {
  if (isBlankAccount(values) || accountProblems(values).length > 0) return undefined;
  const { server, sender } = accountOf(values);
  const secret = server.authentication === 'password' ? values.password : '';
  return { server, sender: sender.address, disabled, ...(secret && { secret }) };
}
