import type { Profile } from '../../../domain/profile.ts';
import { accountOf } from './account-of.ts';
import { accountProblems } from './account-problems.ts';
import type { AccountValues } from './account-values.ts';
import { isBlankAccount } from './is-blank-account.ts';

export type TestRequest = { account: Profile; disabled: string[]; secret?: string };

/** The account these fields mean, saved or not, with the password that stands in them; undefined while a field is wrong. */
export function testRequest(values: AccountValues, disabled: string[]): TestRequest | undefined {
  if (isBlankAccount(values) || accountProblems(values).length > 0) return undefined;
  const account = accountOf({ ...values, id: 'test' }); // the same before and after a new account gets its id
  const secret = account.server.authentication === 'password' ? values.password : '';
  return { account, disabled, ...(secret && { secret }) };
}
