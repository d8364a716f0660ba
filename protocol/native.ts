import { mailSchema } from '../domain/mail.ts';
import { outcomeSchema } from '../domain/outcome.ts';
import { serverSchema } from '../domain/profile.ts';
import { z } from '../domain/schema.ts';
import type { Contract } from './rpc.ts';

const empty = z.strictObject({});
const versionText = z.string().check(z.maxLength(32));

/** What a saved password belongs to: change any part and it is gone. */
const secretOwner = z.pick(serverSchema, { host: true, port: true, login: true });

/** The contract between extension and companion; PROTOCOL.md is generated from it. */
export const native = {
  /** Answers at any time; costs nothing. */
  ping: { request: empty, response: empty, timeoutMs: 10_000, onLost: 'companion-silent' },

  /** Comes first: agrees on a protocol version or names the part that must be updated. */
  hello: {
    request: z.strictObject({
      /** Lowest and highest protocol version the extension speaks. */
      protocol: z.tuple([z.int(), z.int()]),
      version: versionText,
    }),
    response: z.object({ protocol: z.int(), version: versionText }),
    timeoutMs: 10_000,
    onLost: 'companion-silent',
  },

  /**
   * Hands a mail over; its attachments follow as one stream, in their order. The reply comes when mail and bytes are safely
   * on disk: from then on the companion owes an outcome. A known id is not taken twice: its recorded outcome is replayed,
   * unless that says nothing was delivered, or is unknown, and `attempt` is higher.
   */
  submit: {
    request: z.strictObject({
      mail: mailSchema,
      server: serverSchema,
      /** Rules of the disabled list; checked again before a socket opens. */
      disabled: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(100_000)),
      attempt: z.int().check(z.gte(1)),
    }),
    response: outcomeSchema,
    timeoutMs: 60_000,
    onLost: 'outcome-unknown',
    upload: true,
  },

  /** What the journal knows of these mails, `absent` where it knows nothing. */
  outcome: {
    request: z.strictObject({ ids: z.array(z.uuid()).check(z.maxLength(1000)) }),
    response: z.object({ outcomes: z.array(outcomeSchema) }),
    timeoutMs: 15_000,
    onLost: 'companion-silent',
  },

  /** Keeps a password for this server, port and login. No procedure ever gives one back. */
  saveSecret: {
    request: z.strictObject({
      owner: secretOwner,
      secret: z.string().check(z.minLength(1), z.maxLength(1024), z.regex(/^[^\p{Cc}\p{Cs}]*$/u)),
    }),
    response: z.object({ store: z.enum(['keyring', 'file']) }),
    timeoutMs: 30_000,
    onLost: 'companion-silent',
  },

  hasSecret: {
    request: z.strictObject({ owner: secretOwner }),
    response: z.object({ saved: z.boolean() }),
    timeoutMs: 15_000,
    onLost: 'companion-silent',
  },

  dropSecret: {
    request: z.strictObject({ owner: secretOwner }),
    response: empty,
    timeoutMs: 15_000,
    onLost: 'companion-silent',
  },
} as const satisfies Contract;

export type Native = typeof native;

/** Events the companion sends by itself. */
export const nativeEvents = {
  /** A mail reached another state. */
  outcome: outcomeSchema,
  /** Bytes of a message given to the server's socket; sent a few times a second at most. */
  progress: z.object({ id: z.uuid(), done: z.number(), total: z.number() }),
} as const;
