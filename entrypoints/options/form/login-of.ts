import type { AccountValues } from './account-values.ts';

/** The login name these fields mean: the e-mail address unless another one is given, none without authentication. */
export function loginOf({ authentication, otherLogin, login, email }: AccountValues): string {
  if (!authentication) return '';
  return (otherLogin && login.trim()) || email.trim();
}
