import type { OutboxItem } from '../domain/outbox.ts';
import { profileOf } from '../domain/settings.ts';
import { rememberLimit } from './storage/server-limits.ts';
import { settingsItem } from './storage/settings.ts';

/** Keeps the size that a mail's server said it takes: the form of the next one says at once what is above it. */
export async function rememberSize({ outcome, host, profileId, trial }: OutboxItem): Promise<void> {
  if (outcome?.maxSize === undefined) return;
  const server = trial ?? profileOf(await settingsItem.read(), profileId)?.server;
  if (server && server.host === host) await rememberLimit(server, outcome.maxSize); // else the account was changed meanwhile
}
