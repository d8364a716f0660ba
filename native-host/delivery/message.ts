import { PassThrough, type Readable, type Transform } from 'node:stream';
import type { SendMailOptions } from 'nodemailer';
import type { Failure } from '../../domain/failure.ts';
import type { Mail } from '../../domain/mail.ts';
import { type CheckedAttachment, openAttachment } from './checked-attachment.ts';
import { estimatedSize } from './estimated-size.ts';
import type { Task } from './mailer.ts';
import { spool } from './spool.ts';

/** RFC 5322 A.1.3: an empty group. */
const nobodyNamed = 'undisclosed-recipients:;';

/** Bytes of a message that are composed while the server thinks about its envelope: all of an ordinary invoice. */
const preparedBytes = 256 * 1024;

export type Envelope = { from: string; to: string[]; size: number };

export type Message = {
  /** Bytes on the wire, rounded up. */
  size: number;
  envelope: Envelope;
  /** Its bytes, which pass through `last` at the end. */
  through(last: Transform): Readable;
  /** Set when an attachment on disk was not the one that was approved. */
  fault(): Failure | undefined;
  close(): void;
};

type Options = {
  /** For the sender's own mailbox, never for the wire: hidden recipients in a header, and line ends that IMAP wants. */
  forSender?: boolean;
};

/**
 * A mail as bytes, the same on every try: Message-ID, date and boundary are fixed.
 * @throws TabpostError `attachment-incomplete`; Error when the envelope is not exactly the approved list
 */
export async function composeMessage(task: Pick<Task, 'job' | 'recipients'>, options: Options = {}): Promise<Message> {
  const { mail } = task.job;
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const files = openAll(mail);
  const streams = files.map(({ stream }) => stream);
  const node = new MailComposer(fieldsOf(mail, task.recipients, streams, options)).compile();
  if (options.forSender) node.keepBcc = true;
  keepGroupPlain(node);
  const { from, to } = node.getEnvelope();
  const size = estimatedSize(mail);
  if (JSON.stringify(to) !== JSON.stringify(task.recipients)) throw new Error('envelope');
  return {
    size,
    envelope: { from: from || '', to, size },
    through(last) {
      node.transform(() => new PassThrough({ highWaterMark: preparedBytes }));
      node.transform(() => last);
      return node.createReadStream();
    },
    fault: () => files.map((file) => file.fault()).find(Boolean),
    close() {
      for (const file of files) file.close();
    },
  };
}

/**
 * The mail for nodemailer, field by field. Recipients never reach it as text to be parsed: the envelope is explicit, the
 * headers come from the same list, hidden recipients are in no header on the wire.
 */
function fieldsOf(mail: Mail, recipients: string[], attachments: Readable[], { forSender }: Options): SendMailOptions {
  return {
    envelope: { from: mail.from.address, to: recipients },
    messageId: mail.messageId,
    date: new Date(mail.date),
    from: mail.from,
    to: mail.to.length + mail.cc.length > 0 ? mail.to : nobodyNamed,
    ...(mail.cc.length > 0 && { cc: mail.cc }),
    ...(forSender && { bcc: mail.bcc, newline: 'windows' }),
    replyTo: mail.replyTo.map((address) => ({ name: '', address })),
    subject: mail.subject,
    text: mail.text,
    baseBoundary: mail.id,
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: mail.attachments.map(({ fileName }, index) => ({
      filename: fileName,
      contentType: 'application/pdf',
      contentDisposition: 'attachment' as const,
      content: attachments[index],
    })),
  };
}

function openAll(mail: Mail): CheckedAttachment[] {
  return mail.attachments.map((attachment, index) => openAttachment(spool.attachment(mail.id, index), attachment));
}

type HeaderEncoder = { encodeHeaderValue(key: string, value: string): string };

/** nodemailer would put the group's name in quotes, which is allowed, but not what mail programs look for. */
function keepGroupPlain(message: HeaderEncoder): void {
  const encode = message.encodeHeaderValue.bind(message);
  message.encodeHeaderValue = (key, value) => (value === nobodyNamed ? nobodyNamed : encode(key, value));
}
