import { parseAddress } from './address.ts';
import { type Contact, contactKey, maxGroupName, maxGroups, maxNote, merged, newContact } from './contact.ts';
import { refusals } from './policy.ts';
import { maxDisplayName, toHeaderText } from './text.ts';

/** What one row or card of a file says, as it stands there. */
export type IncomingRow = {
  /** Where it stands, from 1: the line of a table, the number of a card. */
  place: number;
  name: string;
  emails: string[];
  groups: string[];
  note: string;
};

export type RefusalReason = 'no-address' | 'address-invalid' | 'two-addresses' | 'disabled' | 'too-long';
export type RefusedRow = { place: number; text: string; reason: RefusalReason };

export type Incoming = {
  /** One entry a mailbox. */
  contacts: Map<string, Contact>;
  /** Rows whose mailbox another row of the file has, too. */
  repeated: number;
  refused: RefusedRow[];
};

/** Characters; longer than any name, address or note that somebody typed. */
const maxField = 10_000;
const shownLength = 120;

export function noIncoming(): Incoming {
  return { contacts: new Map(), repeated: 0, refused: [] };
}

/** Takes over what a row gives, or says why not. @param rules the disabled list: what it catches is not kept */
export function takeRow(incoming: Incoming, row: IncomingRow, rules: string[]): void {
  if (row.emails.length === 0) return refuse(incoming, row.place, row.name, 'no-address');
  if (row.name.length > maxField || row.note.length > maxField || row.emails.some(({ length }) => length > maxField))
    return refuse(incoming, row.place, row.name || (row.emails[0] ?? ''), 'too-long');
  for (const email of row.emails) {
    const address = readAddress(email);
    if (address === undefined) refuse(incoming, row.place, email, 'address-invalid');
    else if (rules.length > 0 && refusals([address], rules).length > 0)
      refuse(incoming, row.place, address, 'disabled');
    else keep(incoming, contactOf(row, address));
  }
}

export function refuse({ refused }: Incoming, place: number, text: string, reason: RefusalReason): void {
  refused.push({ place, text: toHeaderText(text, shownLength), reason });
}

// Nearly all addresses of a file are so plain that the parser leaves them as they are (a test compares the two), and seeing that is cheap.
const plainAddress = /^[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z][a-z0-9]*$/;

/** A bare address, perhaps as a link or in angle brackets behind a name. */
export function readAddress(text: string): string | undefined {
  if (text.length < 64 && plainAddress.test(text)) return text;
  const trimmed = text.trim();
  const [, inBrackets = trimmed] = /^[^<>]*<([^<>]*)>$/.exec(trimmed) ?? [];
  try {
    return parseAddress(inBrackets.trim().replace(/^mailto:(?!.*\?)/i, '')).address;
  } catch {
    return undefined; // whatever is wrong with it, it is no address
  }
}

function keep(incoming: Incoming, contact: Contact): void {
  const key = contactKey(contact.address);
  const known = incoming.contacts.get(key);
  if (known) incoming.repeated++;
  incoming.contacts.set(key, known ? merged(known, contact) : contact);
}

function contactOf({ name, groups, note }: IncomingRow, address: string): Contact {
  const contact = newContact({ name: nameOf(name), address });
  contact.groups = groupsOf(groups);
  if (note) contact.note = toHeaderText(note, maxNote);
  return contact;
}

/** A name that holds an address would show a recipient the mail does not go to. */
function nameOf(text: string): string {
  if (text.includes('@') && readAddress(text) !== undefined) return '';
  return toHeaderText(text.replace(/@|=\?/g, ' '), maxDisplayName);
}

export function groupsOf(names: string[]): string[] {
  if (names.length === 0) return [];
  const clean = names.map((name) => toHeaderText(name.replaceAll(';', ' '), maxGroupName)).filter(Boolean);
  return [...new Set(clean)].slice(0, maxGroups);
}
