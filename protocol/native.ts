import { copyServerSchema } from '../domain/copy-server.ts';
import { mailDomainSchema, proposalSchema } from '../domain/discovery.ts';
import { mailSchema } from '../domain/mail.ts';
import { addressSchema } from '../domain/mailbox.ts';
import { outcomeSchema } from '../domain/outcome.ts';
import { pageViewSchema } from '../domain/page-view.ts';
import { printChoicesSchema } from '../domain/print-choices.ts';
import { probeStepSchema, probeSummarySchema } from '../domain/probe.ts';
import { sentCopySchema, serverSchema } from '../domain/profile.ts';
import { z } from '../domain/schema.ts';
import { secretStoreSchema } from '../domain/secret-store.ts';
import { maxPrintMs, maxSnapshot } from './limits.ts';
import type { Contract } from './rpc.ts';

const empty = z.strictObject({});
const versionText = z.string().check(z.maxLength(32));

/** What a saved password belongs to: change any part and it is gone. */
const secretOwner = z.pick(serverSchema, { host: true, port: true, login: true });

const secretText = z.string().check(z.minLength(1), z.maxLength(1024), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));
const disabledRules = z.array(z.string().check(z.maxLength(320))).check(z.maxLength(100_000));

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
   * unless that says nothing was delivered and `attempt` is higher.
   */
  submit: {
    request: z.strictObject({
      mail: mailSchema,
      server: serverSchema,
      /** Rules of the disabled list; checked again before a socket opens. */
      disabled: disabledRules,
      attempt: z.int().check(z.gte(1)),
      /** A person saw that the outcome is unknown and wants it sent again, at the risk of a second copy. No machine decides that. */
      secondCopyAccepted: z.boolean(),
      /**
       * Envelope of a retry after `partial`: the recipients an earlier try left out. All of the mail's without it. Whoever the journal
       * knows to have the mail is left out in any case.
       */
      recipients: z.optional(z.array(addressSchema).check(z.minLength(1))),
      /**
       * File a copy of what was sent there, with the server's login. Own state in the outcome; never changes the mail's. It gets the password
       * only when it is the server's own host, or was named when the password was saved.
       */
      sentCopy: z.optional(sentCopySchema),
      /** A password that is typed but not saved, for this mail alone; written nowhere. Without it the saved one is used. */
      secret: z.optional(secretText),
    }),
    response: outcomeSchema,
    timeoutMs: 60_000,
    onLost: 'outcome-unknown',
    upload: true,
  },

  /**
   * Takes a mail back while its last byte cannot have left: then its outcome is `not-sent` with `cancelled`, and it will never be sent
   * with this attempt. Later it changes nothing; the answer is what is known then.
   */
  cancel: {
    request: z.strictObject({
      id: z.uuid(),
      /** The try that is wanted back: it is refused also when it arrives after this. */
      attempt: z.optional(z.int().check(z.positive())),
    }),
    response: outcomeSchema,
    timeoutMs: 15_000,
    onLost: 'companion-silent',
  },

  /** What the journal knows of these mails, `absent` where it knows nothing. One that is still being handed over is left out: ask again. */
  outcome: {
    request: z.strictObject({ ids: z.array(z.uuid()).check(z.maxLength(1000)) }),
    response: z.object({ outcomes: z.array(outcomeSchema) }),
    timeoutMs: 15_000,
    onLost: 'companion-silent',
  },

  /**
   * Keeps a password for this server, port and login in the store its user chose, and in no other.
   * `keyring-unavailable` says that it was kept nowhere, and why. No procedure ever gives one back.
   */
  saveSecret: {
    request: z.strictObject({
      owner: secretOwner,
      secret: secretText,
      store: secretStoreSchema,
      /**
       * The account's IMAP server: whoever typed the password means it for that one, too. What was named with the same password before
       * still holds, with another one no more.
       */
      copyServer: z.optional(copyServerSchema),
    }),
    response: z.object({ store: secretStoreSchema }),
    timeoutMs: 30_000,
    onLost: 'companion-silent',
  },

  hasSecret: {
    request: z.strictObject({ owner: secretOwner, copyServer: z.optional(copyServerSchema) }),
    response: z.object({
      saved: z.boolean(),
      store: z.optional(secretStoreSchema),
      /** Whether the password may be used at the IMAP server that was asked about. */
      confirmed: z.optional(z.boolean()),
    }),
    timeoutMs: 15_000,
    onLost: 'companion-silent',
  },

  dropSecret: {
    request: z.strictObject({ owner: secretOwner }),
    response: empty,
    timeoutMs: 15_000,
    onLost: 'companion-silent',
  },

  /**
   * Tests a server with these settings, saved or not, up to the point where a message would begin. Every step is told by
   * `probe-step` as it ends; the reply comes after the last one. Logs in at most once.
   */
  probe: {
    request: z.strictObject({
      // Of this run: its events bear it, and it can be cancelled by it.
      id: z.uuid(),
      server: serverSchema,
      sender: addressSchema,
      /** A password that is typed but not saved; without it the saved one is used. */
      secret: z.optional(secretText),
      disabled: disabledRules,
      /** Bytes of the PDF that is to be sent; a usual one without it. */
      size: z.optional(z.int().check(z.gte(1))),
    }),
    response: probeSummarySchema,
    timeoutMs: 600_000,
    onLost: 'companion-silent',
  },

  /** Ends a running test; unknown ids are no error. Its `probe` is answered as cancelled. */
  cancelProbe: {
    request: z.strictObject({ id: z.uuid() }),
    response: empty,
    timeoutMs: 15_000,
    onLost: 'companion-silent',
  },

  /** Asks DNS for the outgoing server of a mail domain. The domain is all that leaves the computer, and only to its name server. */
  discover: {
    request: z.strictObject({ domain: mailDomainSchema }),
    response: z.object({ found: z.optional(proposalSchema) }),
    timeoutMs: 10_000,
    onLost: 'companion-silent',
  },

  /** Starts the browser that prints, so that it is there when the page comes. It ends by itself a minute after its last use. */
  warmPrinter: { request: empty, response: empty, timeoutMs: 10_000, onLost: 'companion-silent' },

  /**
   * Prints a page. Its HTML follows, with everything it shows inside, as UTF-8; the PDF comes before the reply.
   * No script of the page runs, whatever it holds.
   */
  print: {
    request: z.strictObject({
      /** Bytes of the HTML. */
      size: z.int().check(z.gte(1), z.lte(maxSnapshot)),
      /** Lower-case hexadecimal SHA-256 of the HTML. */
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      choices: printChoicesSchema,
      /** Whether the page shows something of other sites: then it is watched for what does not come. */
      external: z.boolean(),
      view: z.optional(pageViewSchema),
      /** ms until it is given up. */
      budgetMs: z.int().check(z.gte(1), z.lte(maxPrintMs)),
    }),
    response: z.object({
      /** Whether something of another site did not come. */
      incomplete: z.boolean(),
    }),
    timeoutMs: maxPrintMs + 5000,
    onLost: 'companion-silent',
    upload: true,
    download: true,
  },
} as const satisfies Contract;

export type Native = typeof native;

/** Events the companion sends by itself. */
export const nativeEvents = {
  /** A mail reached another state. */
  outcome: outcomeSchema,
  /** A step of the connection test with this id has ended. */
  'probe-step': z.object({ id: z.uuid(), step: probeStepSchema }),
  /** Bytes of a message given to the server's socket; sent a few times a second at most. */
  progress: z.object({ id: z.uuid(), done: z.number(), total: z.number() }),
} as const;
