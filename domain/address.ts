import { TabpostError } from './failure.ts';
import { normaliseHostName } from './host-name.ts';
import { isPlainAddress } from './plain-address.ts';
import { isDisplayName, maxDisplayName, toHeaderText } from './text.ts';

/** RFC 5321 4.5.3.1: 64 octets of local part, 254 of a whole forward-path. */
const maxLocalPart = 64;
const maxAddress = 254;
/** Recipients of one mail; many providers stop at 100 (RFC 5321 4.5.3.1.8 asks servers to take at least that). */
export const maxRecipients = 100;
// RFC 5322 dot-atom without % and !, which old relays read as routes, and without a leading dash (an option to sendmail).
const dotAtom = /^(?!-)[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*$/;

export type Address = {
  /** Normal form for the wire: local part as typed, domain as lower-case A-labels. */
  address: string;
  /** Policy key: lower case, without plus tag. Two addresses with one key reach the same person. */
  key: string;
};

/**
 * The one strict parser: a bare `local@domain`, nothing else (no quotes, comments, groups, literals, SMTPUTF8).
 * @throws TabpostError `address-invalid`; `detail` says which part: empty, length, at, local, local-non-ascii, host, host-mapped
 */
export function parseAddress(text: string): Address {
  if (typeof text === 'string' && isPlainAddress(text)) return plainAddress(text);
  if (typeof text !== 'string' || text.trim() === '') throw invalid(text, 'empty');
  if (text.length > maxAddress) throw invalid(text, 'length');
  const at = text.indexOf('@');
  if (at < 1 || at !== text.lastIndexOf('@') || at === text.length - 1) throw invalid(text, 'at');
  const local = text.slice(0, at);
  if (local.length > maxLocalPart) throw invalid(text, 'length');
  if (!dotAtom.test(local)) throw invalid(text, isPlainWord(local) ? 'local-non-ascii' : 'local');
  const host = hostOf(text, at);
  const address = `${local}@${host}`;
  if (address.length > maxAddress) throw invalid(text, 'length');
  const person = local.toLowerCase().replace(/(?!^)\+.*$/, '');
  return { address, key: `${person}@${host}` };
}

function plainAddress(text: string): Address {
  const plus = text.indexOf('+');
  return { address: text, key: plus < 0 ? text : text.slice(0, plus) + text.slice(text.indexOf('@')) };
}

export type PastedList = {
  mailboxes: { name: string; address: string }[];
  /** Pieces that are no address, as they were pasted. */
  rejected: string[];
  /** More pieces than one mail may have recipients: nothing was taken over. */
  tooMany: boolean;
};

/**
 * Reads what people paste: `a@x.test; Accounts <b@y.test>, "North, Sons" <j@z.test>`, `a@x.test b@y.test`, lines of a table, groups, mailto links.
 * Only text in the place of an address becomes a recipient; a query behind `mailto:` or a name never does.
 */
export function splitPasted(text: string): PastedList {
  const rows = rowsOf(cutOutsideQuotes(text));
  const pieces = rows.flatMap((row) => tableRow(row) ?? joinNames(row)).flatMap(cutAtBlanks);
  if (pieces.length > maxRecipients) return { mailboxes: [], rejected: [`${text.slice(0, 80)}…`], tooMany: true };
  const found = new Map<string, { name: string; address: string }>();
  const rejected: string[] = [];
  for (const piece of pieces) {
    const mailbox = readMailbox(piece);
    if (!mailbox) rejected.push(piece);
    else if (!found.has(mailbox.address.toLowerCase())) found.set(mailbox.address.toLowerCase(), mailbox);
  }
  return { mailboxes: [...found.values()], rejected, tooMany: false };
}

type Piece = { text: string; end: string };

function cutOutsideQuotes(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at] ?? '\n';
    if (letter === '"') quoted = !quoted;
    const ends = at === text.length || letter === '\n' || letter === '\r' || (!quoted && /[,;\t]/.test(letter));
    if (!ends) continue;
    pieces.push({ text: text.slice(start, at).trim(), end: letter });
    quoted = false;
    start = at + 1;
  }
  return pieces;
}

function rowsOf(pieces: Piece[]): Piece[][] {
  const rows: Piece[][] = [[]];
  for (const piece of pieces) {
    rows.at(-1)?.push(piece);
    if (/[\n\r]/.test(piece.end)) rows.push([]);
  }
  return rows;
}

/**
 * A row of a table that holds an address is one record: its other cells are no recipients somebody meant. The name stands right
 * before the address, in two cells when they are one word each. Undefined for what is no such row.
 */
function tableRow(row: Piece[]): string[] | undefined {
  if (!row.some(({ end }) => end === '\t')) return undefined;
  const cells = row.map(({ text }) => text).filter(Boolean);
  const first = cells.findIndex((cell) => cell.includes('@'));
  if (first < 0) return undefined;
  const [before = '', name = ''] = ['', ...cells.slice(0, first)].slice(-2);
  const isWord = (cell: string) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(cell);
  const whole = isWord(before) && isWord(name) ? `${before} ${name}` : name;
  const [address = '', ...others] = cells.slice(first).filter((cell) => cell.includes('@'));
  return [whole && !address.endsWith('>') ? `${whole} <${address}>` : address, ...others];
}

/** `Doe, John <j@d.test>` is one mailbox although a separator stands in it. */
function joinNames(pieces: Piece[]): string[] {
  const joined: string[] = [];
  let name: Piece | undefined;
  for (const piece of pieces) {
    if (piece.text.includes('@')) {
      joined.push(...withName(name, piece.text));
      name = undefined;
      continue;
    }
    if (name) joined.push(name.text);
    name = piece.text && piece.end === ',' ? piece : undefined;
    if (piece.text && !name) joined.push(piece.text);
  }
  if (name) joined.push(name.text);
  return joined;
}

function withName(name: Piece | undefined, address: string): string[] {
  if (!name) return [address];
  return address.endsWith('>') ? [`${name.text}, ${address}`] : [name.text, address];
}

/** Addresses with nothing but blanks between them are several; with any other word among them it is not for us to say who is meant. */
function cutAtBlanks(piece: string): string[] {
  const words = piece.split(/\s+/);
  const isAddress = (word: string) => !/[<>"]/.test(word) && readMailbox(word) !== undefined;
  return words.length > 1 && words.every(isAddress) ? words : [piece];
}

function readMailbox(piece: string): { name: string; address: string } | undefined {
  const { name, bare } = partsOf(piece);
  try {
    const { address } = parseAddress(bare);
    return { name: cleanName(name, address), address };
  } catch (error) {
    if (error instanceof TabpostError) return undefined;
    throw error;
  }
}

/** Which part of a piece that `splitPasted` rejected is wrong, as `parseAddress` says it. */
export function faultOf(piece: string): string | undefined {
  try {
    parseAddress(partsOf(piece).bare);
    return undefined;
  } catch (error) {
    return error instanceof TabpostError ? error.detail : undefined;
  }
}

function partsOf(piece: string): { name: string; bare: string } {
  const ungrouped = piece.replace(/^(?!mailto:)[^"<>@:]*:\s*(?=\S+@)/i, '');
  const [, name = '', inBrackets] = /^([^<>]*)<([^<>]*)>$/.exec(ungrouped) ?? [];
  const bare = (inBrackets ?? ungrouped).trim();
  return { name, bare: bare.replace(/^mailto:/i, '').replace(/\.$/, '') };
}

/** A name that is itself an address would show a recipient the mail does not go to. */
function cleanName(name: string, address: string): string {
  const quoted = /^\s*"(.*)"\s*$/s.exec(name)?.[1];
  const plain = toHeaderText((quoted ?? name).replace(/\\(.)/gs, '$1'), maxDisplayName);
  return isDisplayName(plain) && plain !== address ? plain : '';
}

/** Same mailbox on the wire: domains and, by universal practice, local parts compare without case. */
export function sameMailbox(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function hostOf(text: string, at: number): string {
  try {
    const host = normaliseHostName(text.slice(at + 1));
    if (host.includes('.')) return host;
  } catch (cause) {
    throw invalid(text, (cause instanceof TabpostError && cause.detail) || 'host', cause);
  }
  throw invalid(text, 'host');
}

function isPlainWord(local: string): boolean {
  return /^[\p{L}\p{M}\p{N}._+-]+$/u.test(local) && /[^\x20-\x7e]/.test(local);
}

function invalid(text: unknown, detail: string, cause?: unknown): TabpostError {
  return new TabpostError('address-invalid', { detail, address: String(text).slice(0, maxAddress), cause });
}
