import type { KeyringTrouble } from '../../../domain/secret-store.ts';

export type KeyringProblem = 'keyring-none' | 'keyring-locked' | 'keyring-silent';

const problems: Partial<Record<KeyringTrouble, KeyringProblem>> = {
  locked: 'keyring-locked',
  silent: 'keyring-silent',
};

/** What people can do about a keyring that does not work: unlock it, answer it, or choose another place. */
export function keyringProblem(trouble: string | undefined): KeyringProblem {
  return problems[trouble as KeyringTrouble] ?? 'keyring-none';
}
