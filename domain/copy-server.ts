import { presetFor } from './presets.ts';
import { type Profile, sentCopySchema } from './profile.ts';
import { z } from './schema.ts';

/** An IMAP server for copies of sent mail. */
export const copyServerSchema = z.pick(sentCopySchema, { host: true, port: true });
export type CopyServer = z.infer<typeof copyServerSchema>;

/** The one that gets a copy of what this account sends; undefined where none is wanted, or the provider files one by itself. */
export function copyServer({ server, sentCopy }: Pick<Profile, 'server' | 'sentCopy'>): CopyServer | undefined {
  if (!sentCopy || presetFor(server.host)?.filesSentCopies) return undefined;
  return { host: sentCopy.host, port: sentCopy.port };
}
