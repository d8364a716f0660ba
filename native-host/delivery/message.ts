import type { Readable } from 'node:stream';
import type { MailMessage, SendMailOptions } from 'nodemailer';
import { envelopeRecipients, type Mail } from '../../domain/mail.ts';

/** RFC 5322 A.1.3: an empty group. */
const nobodyNamed = 'undisclosed-recipients:;';

/**
 * The mail for nodemailer, field by field. Recipients never reach it as text to be parsed: the envelope is explicit, the
 * headers come from the same list, hidden recipients are in no header at all. Message-ID, date and boundary stay the same on every try.
 */
export function messageOf(mail: Mail, attachments: Readable[]): SendMailOptions {
  return {
    envelope: { from: mail.from.address, to: envelopeRecipients(mail), size: estimatedSize(mail) },
    messageId: mail.messageId,
    date: new Date(mail.date),
    from: mail.from,
    to: mail.to.length + mail.cc.length > 0 ? mail.to : nobodyNamed,
    ...(mail.cc.length > 0 && { cc: mail.cc }),
    replyTo: mail.replyTo.map((address) => ({ name: '', address })),
    subject: mail.subject,
    text: mail.text,
    xMailer: false,
    baseBoundary: mail.id,
    attachments: mail.attachments.map(({ fileName }, index) => ({
      filename: fileName,
      contentType: 'application/pdf',
      contentDisposition: 'attachment' as const,
      content: attachments[index],
    })),
  };
}

/** nodemailer would put the group's name in quotes, which is allowed, but not what mail programs look for. */
export function keepGroupPlain(message: MailMessage['message']): void {
  const encode = message.encodeHeaderValue.bind(message);
  message.encodeHeaderValue = (key, value) => (value === nobodyNamed ? nobodyNamed : encode(key, value));
}

/**
 * Bytes on the wire, rounded up: base64 with its line ends, the text as quoted-printable at its worst, the headers. nodemailer
 * compares it with the server's SIZE only when it is given.
 */
export function estimatedSize({ attachments, text }: Pick<Mail, 'attachments' | 'text'>): number {
  const encoded = attachments.reduce((sum, { size }) => sum + Math.ceil((Math.ceil(size / 3) * 4 * 78) / 76), 0);
  return encoded + Buffer.byteLength(text) + 4096;
}
