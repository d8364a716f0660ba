import { envelopeRecipients } from './mail.ts';
import type { OutboxItem } from './outbox.ts';

/** What an item is found by: everybody it went to, subject, file names, Message-ID. One line, folded. */
export function searchText({ mail }: OutboxItem): string {
  const people = [...mail.to, ...mail.cc, ...mail.bcc].map(({ name }) => name);
  const files = mail.attachments.map(({ fileName }) => fileName);
  return folded([...people, ...envelopeRecipients(mail), mail.subject, ...files, mail.messageId].join(' '));
}

/** The words of a query, folded; a text fits when it holds all of them. */
export function searchWords(query: string): string[] {
  return folded(query).split(/\s+/).filter(Boolean);
}

/** Without case and accents: `Müller` is found by `muller`. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
