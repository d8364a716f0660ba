import { maxRecipients } from './address.ts';
import { attachmentSchema } from './attachment.ts';
import { attachmentsOf, maxFiles } from './capture.ts';
import { type Draft, missing } from './draft.ts';
import { TabpostError } from './failure.ts';
import { addressSchema, eachOnce, mailboxSchema } from './mailbox.ts';
import { z } from './schema.ts';
import { profileOf, type Settings } from './settings.ts';
import { cut, isHeaderText, toHeaderText, utf8Length } from './text.ts';

export const maxSubject = 255;
export const maxMessage = 200_000;

/** A mail as approved by the user: nothing about it is decided later. Message-ID and Date stay the same on every try. */
export const mailSchema = z.strictObject({
  id: z.uuid(),
  /** RFC 5322 3.6.4, with angle brackets. */
  messageId: z.string().check(z.regex(/^<[0-9a-f-]{36}@[a-z0-9.-]{1,253}>$/)),
  /** ISO 8601. */
  date: z.iso.datetime(),
  from: mailboxSchema,
  replyTo: z.array(addressSchema).check(z.maxLength(10)),
  /** Recipients everybody sees. */
  to: z.array(mailboxSchema),
  cc: z.array(mailboxSchema),
  /** Recipients nobody sees: only in the envelope, never in a header. */
  bcc: z.array(mailboxSchema),
  subject: z.string().check(z.refine((text) => isHeaderText(text, maxSubject))),
  text: z.string().check(
    z.maxLength(maxMessage),
    z.refine((text) => !text.includes('\0') && text.isWellFormed()),
  ),
  attachments: z.array(attachmentSchema).check(z.minLength(1), z.maxLength(maxFiles)),
});

export type Mail = z.infer<typeof mailSchema>;

/** The envelope's recipients (RFC 5321 RCPT TO), each once, in order. The only list a server is ever given. */
export function envelopeRecipients(mail: Pick<Mail, 'to' | 'cc' | 'bcc'>): string[] {
  return eachOnce([...mail.to, ...mail.cc, ...mail.bcc]).map(({ address }) => address);
}

/**
 * The mail this draft becomes with these settings.
 * @throws TabpostError `not-set-up`, `no-recipient`, `draft-missing`, `text-invalid`, `too-many-recipients`
 */
export function compose(draft: Draft, settings: Settings, now: Date): Mail {
  const profile = profileOf(settings, draft.profileId);
  if (!profile) throw new TabpostError('not-set-up');
  if (missing(draft).includes('recipient')) throw new TabpostError('no-recipient');
  if (draft.capture.state !== 'ready') throw new TabpostError('draft-missing');
  const { sender, replyTo } = profile;
  const parsed = z.safeParse(mailSchema, {
    id: draft.id,
    messageId: `<${draft.id}@${sender.address.split('@')[1]}>`,
    date: now.toISOString(),
    from: sender,
    replyTo,
    ...addressed(draft, settings),
    subject: draft.subject.trim(),
    text: draft.message,
    attachments: attachmentsOf(draft.capture),
  });
  if (!parsed.success) throw new TabpostError('text-invalid', { detail: parsed.error.issues[0]?.path.join('.') ?? '' });
  if (envelopeRecipients(parsed.data).length > maxRecipients) throw new TabpostError('too-many-recipients');
  return parsed.data;
}

/**
 * Who is seen by whom. More than one recipient that would be seen hides all of them, those in Cc too: the option promises that
 * nobody sees the others, whichever field they stand in.
 */
function addressed(
  { to, cc, bcc }: Pick<Draft, 'to' | 'cc' | 'bcc'>,
  settings: Settings,
): Pick<Mail, 'to' | 'cc' | 'bcc'> {
  const always = settings.alwaysBcc.map((address) => ({ name: '', address }));
  const seen = eachOnce([...to, ...cc]);
  const hide = seen.length > 1 && settings.severalRecipients === 'blind';
  if (hide) return { to: [], cc: [], bcc: eachOnce([...seen, ...bcc, ...always]) };
  return { to: eachOnce(to), cc: eachOnce(cc, to), bcc: eachOnce([...bcc, ...always], seen) };
}

// What only looks like an encoded word (RFC 2047) is kept as it is: it must arrive as written, not decoded.
const unsafeLetters = /(=\?[\w-]+\?[bq]\?[^?\s/]*\?=)|[/:|?*<>"]/gi;
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i;
// Seen by nobody, so two names that look the same would not be. Joiners stay: emoji and some scripts need them.
const invisible = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g;

// 255 bytes is what Linux and macOS file systems take; `_` and `.pdf` need five of them.
const maxStemBytes = 250;

/** A file name that is safe on Windows, macOS and Linux and always ends `.pdf`. */
export function safeFileName(name: string): string {
  const lastPart = name
    .replace(/^.*\\/s, '')
    .replace(/^[./]+(?=.*\/|\/)/s, '')
    .replace(/^\/+/, '');
  const plain = toHeaderText(lastPart.replaceAll('\0', '').replace(invisible, ''), 500)
    .replace(unsafeLetters, (_letter, encodedWord?: string) => encodedWord ?? '_')
    .replace(/[. ]+$/, '');
  const stem = cut(toHeaderText(plain.replace(/\.pdf$/i, ''), 120), maxStemBytes, utf8Length).replace(/[. ]+$/, '');
  if (/^\.*$/.test(stem)) return 'document.pdf';
  return `${reserved.test(stem) || stem.startsWith('-') ? '_' : ''}${stem}.pdf`;
}
