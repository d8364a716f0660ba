import type { Profile } from '../../domain/profile.ts';

/** IMAP server and folder of the copy. */
export type SentCopy = NonNullable<Profile['sentCopy']>;
