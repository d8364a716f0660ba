import type { Mail } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { utf8Length } from './text.ts';

/** Bytes of text in one encoded word: with its frame it stays below the 75 characters of RFC 2047 section 2. */
const wordBytes = 42;
const lineLength = 76;

/**
 * The mail as a file that mail programs open (RFC 5322, 2045, 2047, 2231). Who got it in blind copy does not stand in it.
 * @param files bytes of the attachments, in their order, as base64
 */
export function eml(mail: Mail, files: string[]): string {
  const boundary = `tabpost-${mail.id}`;
  const lines = [
    ...headers(mail),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    folded(base64(mail.text.replace(/\r?\n/g, '\r\n'))),
    ...mail.attachments.flatMap(({ fileName }, at) => [
      `--${boundary}`,
      'Content-Type: application/pdf',
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename*=utf-8''${percent(fileName)}`,
      '',
      folded(files[at] ?? ''),
    ]),
    `--${boundary}--`,
    '',
  ];
  return lines.join('\r\n');
}

function headers({ from, to, cc, replyTo, subject, date, messageId }: Mail): string[] {
  const visible = to.length > 0 ? mailboxes(to) : 'undisclosed-recipients:;';
  return [
    `From: ${mailbox(from)}`,
    `To: ${visible}`,
    ...(cc.length > 0 ? [`Cc: ${mailboxes(cc)}`] : []),
    ...(replyTo.length > 0 ? [`Reply-To: ${replyTo.join(',\r\n ')}`] : []),
    `Subject: ${words(subject)}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
  ];
}

function mailboxes(all: Mailbox[]): string {
  return all.map(mailbox).join(',\r\n ');
}

function mailbox({ name, address }: Mailbox): string {
  return name ? `${words(name)} <${address}>` : address;
}

/** Plain words as they are; everything else, and what only looks like an encoded word, as encoded words. */
function words(text: string): string {
  if (/^[\w .-]{0,60}$/.test(text)) return text;
  const encoded: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const piece = cutBytes(rest);
    encoded.push(`=?utf-8?B?${base64(piece)}?=`);
    rest = rest.slice(piece.length);
  }
  return encoded.join('\r\n ');
}

function cutBytes(text: string): string {
  let piece = '';
  for (const letter of text) {
    if (piece !== '' && utf8Length(piece + letter) > wordBytes) break;
    piece += letter;
  }
  return piece;
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

function percent(fileName: string): string {
  return encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function folded(text: string): string {
  return text.match(new RegExp(`.{1,${lineLength}}`, 'g'))?.join('\r\n') ?? '';
}
