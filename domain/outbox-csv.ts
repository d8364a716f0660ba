import { csvLine } from './csv-line.ts';
import { envelopeRecipients } from './mail.ts';
import type { OutboxItem } from './outbox.ts';

/** So that spreadsheets read it as UTF-8. */
const byteOrderMark = '\ufeff';

export const outboxCsvHead = `${byteOrderMark}${csvLine([
  'pressed',
  'finished',
  'state',
  'from',
  'recipients',
  'refused',
  'subject',
  'files',
  'tries',
  'reply',
  'message-id',
])}`;

/** One mail as a line for a spreadsheet. */
export function outboxCsvLine(item: OutboxItem): string {
  const { mail, recipients = [] } = item;
  const refused = recipients.filter(({ accepted }) => !accepted);
  return csvLine([
    new Date(item.createdAt).toISOString(),
    item.finishedAt === undefined ? '' : new Date(item.finishedAt).toISOString(),
    item.state,
    mail.from.address,
    envelopeRecipients(mail).join('; '),
    refused.map(({ address, reply = '' }) => `${address}: ${reply}`).join('; '),
    mail.subject,
    mail.attachments.map(({ fileName }) => fileName).join('; '),
    item.attempt,
    item.response ?? item.failure?.detail ?? '',
    mail.messageId,
  ]);
}
