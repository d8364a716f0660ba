import type { AccountValues } from './account-values.ts';

/** Nothing of an account was entered: then the other sections can be saved without one. */
export function isBlankAccount({ host, email, password, login, sender, senderName }: AccountValues): boolean {
  return [host, email, password, login, sender, senderName].every((text) => text.trim() === '');
}
