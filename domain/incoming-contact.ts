import { parseAddress } from './address.ts';
import { contactKey, maxGroupName, maxGroups, maxNote, merged, newContact } from './contact.ts';
import { contactLine, readContactLine } from './contact-line.ts';
import { isPlainAddress } from './plain-address.ts';
import { refusals } from './policy.ts';
import { addTo, none, type Some } from './some.ts';
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
  /** One entry a mailbox, packed: twenty thousand objects would cost more than all else. */
  lines: Map<string, string>;
  /** Rows whose mailbox another row of the file has, too. */
  repeated: number;
  refused: Some<RefusedRow>;
};

/** Characters; longer than any name, address or note that somebody typed. */
const maxField = 10_000;
const shownLength = 120;

export function noIncoming(): Incoming {
  return { lines: new Map(), repeated: 0, refused: none() };
}

/** Takes over what a row gives, or says why not. @param rules the disabled list: what it catches is not kept */
export function takeRow(incoming: Incoming, row: IncomingRow, rules: string[]): void {
  if (row.emails.length === 0) return refuse(incoming, row.place, row.name, 'no-address');
  if (isTooLong(row)) return refuse(incoming, row.place, row.name || (row.emails[0] ?? ''), 'too-long');
  for (const email of row.emails) {
    const address = readAddress(email);
    if (address === undefined) refuse(incoming, row.place, email, 'address-invalid');
    else if (rules.length > 0 && refusals([address], rules).length > 0)
      refuse(incoming, row.place, address, 'disabled');
    else keep(incoming, row, address);
  }
}

function isTooLong({ name, note, emails }: IncomingRow): boolean {
  if (name.length > maxField || note.length > maxField) return true;
  for (const { length } of emails) if (length > maxField) return true;
  return false;
}

export function refuse({ refused }: Incoming, place: number, text: string, reason: RefusalReason): void {
  addTo(refused, { place, text: toHeaderText(text, shownLength), reason });
}

/** A bare address, perhaps as a link or in angle brackets behind a name. */
export function readAddress(text: string): string | undefined {
  if (isPlainAddress(text)) return text;
  const trimmed = text.trim();
  const [, inBrackets = trimmed] = /^[^<>]*<([^<>]*)>$/.exec(trimmed) ?? [];
  try {
    return parseAddress(inBrackets.trim().replace(/^mailto:(?!.*\?)/i, '')).address;
  } catch {
    return undefined; // whatever is wrong with it, it is no address
  }
}

function keep(incoming: Incoming, { name, groups, note }: IncomingRow, address: string): void {
  const key = contactKey(address);
  const contact = newContact({ name: nameOf(name), address });
  if (groups.length > 0) contact.groups = groupsOf(groups);
  if (note) contact.note = toHeaderText(note, maxNote);
  const known = incoming.lines.get(key);
  if (known !== undefined) incoming.repeated++;
  incoming.lines.set(key, contactLine(known === undefined ? contact : merged(readContactLine(known), contact)));
}

/** A name that holds an address would show a recipient the mail does not go to. */
function nameOf(text: string): string {
  if (!/@|=\?/.test(text)) return toHeaderText(text, maxDisplayName);
  if (readAddress(text) !== undefined) return '';
  return toHeaderText(text.replace(/@|=\?/g, ' '), maxDisplayName);
}

export function groupsOf(names: string[]): string[] {
  if (names.length === 0) return [];
  if (names.length === 1 && !names[0]?.includes(';'))
    return [toHeaderText(names[0] ?? '', maxGroupName)].filter(Boolean);
  const clean = names.map((name) => toHeaderText(name.replaceAll(';', ' '), maxGroupName)).filter(Boolean);
  return [...new Set(clean)].slice(0, maxGroups);
}
