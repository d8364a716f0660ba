import { captureSchema } from './capture.ts';
import { eachOnce, type Mailbox, mailboxSchema } from './mailbox.ts';
import { z } from './schema.ts';
import { shownDocumentSchema } from './shown-document.ts';

/** What to take instead of the tab's own page: the PDF behind a link, or the pages of several tabs. */
const wantedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), url: z.string() }),
  z.object({ kind: z.literal('tabs'), tabIds: z.array(z.int()) }),
]);

/** What the popup edits. It belongs to one tab at one URL and gets its id, the later Message-ID, before anybody presses Send. */
export const draftSchema = z.object({
  id: z.uuid(),
  tabId: z.int(),
  url: z.string(),
  /** Account to send with; missing = the default one. */
  profileId: z.optional(z.string()),
  to: z.array(mailboxSchema),
  cc: z.array(mailboxSchema),
  bcc: z.array(mailboxSchema),
  /** Text in the address fields that is not a recipient yet: kept so that a closed popup loses nothing. */
  toText: z.string(),
  ccText: z.string(),
  bccText: z.string(),
  subject: z.string(),
  message: z.string(),
  wanted: z.optional(wantedSchema),
  capture: captureSchema,
  /** What the tab showed when the PDF was made. */
  document: z.optional(shownDocumentSchema),
  /** By now the tab shows another document at the same address: nothing is sent until a person said which one is meant. */
  elsewhere: z.optional(z.boolean()),
  /** A person chose to send this document once more: nobody needs to be asked. */
  again: z.optional(z.boolean()),
  /** True once a person typed something: then a re-opened popup says "Picked up where you left off". */
  edited: z.boolean(),
});

/** What a person types into a draft. */
export const draftTextsSchema = z.partial(
  z.pick(draftSchema, {
    profileId: true,
    to: true,
    cc: true,
    bcc: true,
    toText: true,
    ccText: true,
    bccText: true,
    subject: true,
    message: true,
  }),
);

export type Draft = z.infer<typeof draftSchema>;
export type Wanted = z.infer<typeof wantedSchema>;
export type DraftTexts = z.infer<typeof draftTextsSchema>;

/** The part of a draft that people typed. */
export function textsOf(draft: Draft): DraftTexts {
  return z.parse(draftTextsSchema, draft);
}

const noTexts = { to: [], cc: [], bcc: [], toText: '', ccText: '', bccText: '', subject: '', message: '' };

/** A draft of this page with nothing in it, under a new id. */
export function blankDraft(page: Pick<Draft, 'tabId' | 'url'>): Omit<Draft, 'capture'> {
  return { id: crypto.randomUUID(), tabId: page.tabId, url: page.url, ...noTexts, edited: false };
}

export type Missing = 'recipient' | 'attachment' | 'subject';

/** What keeps this draft from being sent; empty when it is ready. */
export function missing(draft: Pick<Draft, 'to' | 'cc' | 'bcc' | 'subject' | 'capture'>): Missing[] {
  const gaps: Missing[] = [];
  if (draft.to.length + draft.cc.length + draft.bcc.length === 0) gaps.push('recipient');
  if (draft.capture.state !== 'ready') gaps.push('attachment');
  if (draft.subject.trim() === '') gaps.push('subject');
  return gaps;
}

/** Everybody the draft goes to, each once, those in To first. */
export function recipientsOf({ to, cc, bcc }: Pick<Draft, 'to' | 'cc' | 'bcc'>): Mailbox[] {
  return eachOnce([...to, ...cc, ...bcc]);
}
