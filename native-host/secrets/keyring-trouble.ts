import { TabpostError } from '../../domain/failure.ts';
import type { KeyringTrouble } from '../../domain/secret-store.ts';

// The native module gives every fault the code GenericFailure (measured, 2.1.2): only its words tell them apart.
const words: [RegExp, KeyringTrouble][] = [
  [/DBUS_SESSION_BUS_ADDRESS|failed to connect to socket|unable to autolaunch/i, 'no-bus'],
  [/not provided by any \.service|ServiceUnknown/i, 'no-service'],
  [/no result found/i, 'no-collection'],
  [/prompt was dismissed|is locked|locked collection|interaction is not allowed/i, 'locked'],
  [/abort/i, 'silent'],
];

export function keyringUnavailable(detail: KeyringTrouble, cause?: unknown): TabpostError {
  return new TabpostError('keyring-unavailable', { detail, cause });
}

/** What a fault of the native module means. */
export function troubleOf(error: unknown): TabpostError {
  if (error instanceof TabpostError) return error;
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return keyringUnavailable(words.find(([pattern]) => pattern.test(text))?.[1] ?? 'no-keyring', error);
}
