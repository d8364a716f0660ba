import { copyServerSchema } from '../domain/copy-server.ts';
import { proposalSchema } from '../domain/discovery.ts';
import { draftTextsSchema } from '../domain/draft.ts';
import { profileSchema, serverSchema } from '../domain/profile.ts';
import { z } from '../domain/schema.ts';
import { secretStoreSchema } from '../domain/secret-store.ts';
import { native } from './native.ts';
import type { Contract } from './rpc.ts';

/** Name of the port by which an extension page talks to the background. */
export const backgroundPort = 'tabpost-background';

const empty = z.object({});
const mail = z.object({ id: z.uuid() });
const secretOwner = z.pick(serverSchema, { host: true, port: true, login: true });
const lost = { timeoutMs: 15_000, onLost: 'background-silent' } as const;

/**
 * Commands of the extension's pages to its background: what only the background can do.
 * Results are seen in storage (draft, outbox), not in the replies.
 */
export const runtime = {
  /**
   * Makes sure the tab has a draft with the PDF of what it shows; a draft that has one is left alone unless `again`. One with a person's
   * work in it about another document at the same address says so (`elsewhere`) and waits for a decision.
   */
  capture: {
    request: z.object({ tabId: z.int(), again: z.boolean() }),
    response: empty,
    timeoutMs: 60_000,
    onLost: 'background-silent',
  },
  /** Makes a draft of the tab with the PDFs of several tabs, in this order. */
  captureTabs: {
    request: z.object({ tabId: z.int(), tabIds: z.array(z.int()) }),
    response: empty,
    timeoutMs: 180_000,
    onLost: 'background-silent',
  },
  /** Attaches one of the PDFs the page offers. */
  choose: {
    request: z.object({ tabId: z.int(), choiceId: z.string() }),
    response: empty,
    timeoutMs: 60_000,
    onLost: 'background-silent',
  },
  /** Keeps the draft's PDF, although the tab shows another document by now. */
  keepPdf: { request: z.object({ tabId: z.int() }), response: empty, ...lost },
  /** Attaches a file whose bytes the page has put into the store. */
  attachFile: {
    request: z.object({ tabId: z.int(), sha256: z.string(), fileName: z.string() }),
    response: empty,
    ...lost,
  },
  /** New order and names of the draft's PDFs; those left out are removed. */
  arrange: {
    request: z.object({ tabId: z.int(), attachments: z.array(z.object({ id: z.uuid(), fileName: z.string() })) }),
    response: empty,
    ...lost,
  },
  /**
   * Keeps what was typed. A page that is being closed cannot wait for storage, but a message it has posted still arrives.
   */
  edit: { request: z.object({ tabId: z.int(), texts: draftTextsSchema }), response: empty, ...lost },
  /**
   * Puts the tab's draft into the outbox, with these texts in it: one message is all a popup can still post that is closed right after
   * the press. A second press for the same draft changes nothing; a document that was sent before is refused as `already-sent` unless `again`,
   * and the PDF of another document than the tab shows as `page-changed`. `look`: the form stood open while the page could go on.
   */
  send: {
    request: z.object({ tabId: z.int(), texts: draftTextsSchema, again: z.boolean(), look: z.optional(z.boolean()) }),
    response: mail,
    ...lost,
  },
  /** A person decided to try again. */
  retry: { request: mail, response: empty, ...lost },
  /** Takes a mail back, if its last byte cannot have left yet. */
  cancel: { request: mail, response: empty, ...lost },
  /** Sends what went before once more, as a new mail to these people. */
  resend: {
    request: z.object({
      id: z.uuid(),
      texts: z.required(z.pick(draftTextsSchema, { to: true, cc: true, bcc: true, subject: true, message: true })),
    }),
    response: mail,
    ...lost,
  },
  /** Looks what became of the mails on their way: a page shows them, and nothing else may have woken the background. */
  reconcile: { request: empty, response: empty, ...lost },
  /** A person has the failure of this mail on the screen. */
  seen: { request: mail, response: empty, ...lost },
  markSent: { request: mail, response: empty, ...lost },
  /** Says hello to the companion (again). */
  checkCompanion: {
    request: empty,
    response: z.object({ version: z.string() }),
    timeoutMs: 15_000,
    onLost: 'background-silent',
  },
  saveSecret: {
    request: z.object({
      owner: secretOwner,
      secret: z.string(),
      store: secretStoreSchema,
      copyServer: z.optional(copyServerSchema),
    }),
    response: z.object({ store: secretStoreSchema }),
    timeoutMs: 35_000,
    onLost: 'background-silent',
  },
  hasSecret: {
    request: z.object({ owner: secretOwner, copyServer: z.optional(copyServerSchema) }),
    response: native.hasSecret.response,
    ...lost,
  },
  /** Takes away a password that no account uses any more; one that is used stays. */
  dropSecret: { request: z.object({ owner: secretOwner }), response: empty, ...lost },
  /** Sends a test message to the account's own address with these values, saved or not. What becomes of it is seen in the outbox. */
  sendTest: {
    request: z.object({ account: profileSchema, disabled: z.array(z.string()), secret: z.optional(z.string()) }),
    response: mail,
    ...lost,
  },
  /** Starts a connection test. Its steps are seen in the stored run with this id; the reply comes after the last one. */
  probe: {
    request: native.probe.request,
    response: native.probe.response,
    timeoutMs: native.probe.timeoutMs + 10_000,
    onLost: 'background-silent',
  },
  cancelProbe: { request: mail, response: empty, ...lost },
  discover: {
    request: z.object({ domain: z.string() }),
    response: z.object({ found: z.optional(proposalSchema) }),
    ...lost,
  },
} as const satisfies Contract;

export type Runtime = typeof runtime;
