import type { FormValues } from './form-values.ts';

/** Nothing of an account was entered: then the other sections can be saved without one. */
export function isBlankAccount({ host, email, password, login, sender, senderName }: FormValues): boolean {
  return [host, email, password, login, sender, senderName].every((text) => text.trim() === '');
}
