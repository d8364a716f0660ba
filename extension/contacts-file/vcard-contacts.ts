import ICAL from 'ical.js';
import { maxContacts } from '../../domain/contact.ts';
import { type Incoming, type IncomingRow, noIncoming, takeRow } from '../../domain/incoming-contact.ts';
import { fileRefused } from './file-refused.ts';
import { type CardLine, cardLines } from './vcard-lines.ts';

type Card = {
  fullName: string;
  name: string;
  company: string;
  emails: string[];
  groups: string[];
  note: string;
  /** Where its last line begins. */
  end: number;
};

const cardsPerNews = 2000;

const blank = (): Card => ({ fullName: '', name: '', company: '', emails: [], groups: [], note: '', end: 0 });

/**
 * Cards of versions 2.1 to 4.0; one card with several addresses becomes as many entries.
 * @param rules the disabled list
 * @throws TabpostError `contacts-file-refused`
 */
export function readVcards(text: string, rules: string[], progress: (share: number) => void): Incoming {
  const incoming = noIncoming();
  let count = 0;
  for (const card of cardsOf(text)) {
    if (++count > maxContacts) throw fileRefused('too-many');
    takeRow(incoming, rowOf(card, count), rules);
    if (count % cardsPerNews === 0) progress(card.end / text.length);
  }
  return incoming;
}

function* cardsOf(text: string): Generator<Card> {
  let card: Card | undefined;
  let begun = 0;
  for (const line of cardLines(text)) {
    if (line.name === 'BEGIN') {
      begun++;
      if (card) throw fileRefused('vcard-nested', String(begun - 1));
      card = blank();
    } else if (card && line.name === 'END') {
      yield { ...card, end: line.at };
      card = undefined;
    } else if (card) fill(card, line);
  }
  if (card) throw fileRefused('vcard-end', String(begun));
}

function fill(card: Card, line: CardLine): void {
  const values = valuesOf(line);
  const first = values[0] ?? '';
  if (line.name === 'FN') card.fullName ||= first;
  if (line.name === 'ORG') card.company ||= values.filter(Boolean).join(', ');
  if (line.name === 'NOTE') card.note ||= first;
  if (line.name === 'CATEGORIES') card.groups.push(...values);
  if (line.name === 'EMAIL' && first.trim()) card.emails.push(first);
  if (line.name === 'N') {
    const [family = '', given = '', middle = ''] = values;
    card.name ||= [given, middle, family].filter(Boolean).join(' ');
  }
}

/** Values without escapes; those of a structured property one by one. */
function valuesOf({ name, value, isPlain }: CardLine): string[] {
  if (isPlain) return name === 'N' || name === 'ORG' ? value.split(';') : [value];
  const [, , , ...values] = ICAL.parse.property(`${name}:${value}`, ICAL.design.vcard3) as unknown[];
  const parts = values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
  return parts.map((part) => (Array.isArray(part) ? part.join(' ') : String(part)).trim());
}

function rowOf({ fullName, name, company, emails, groups, note }: Card, place: number): IncomingRow {
  const own = groups.filter((group) => group !== 'myContacts'); // Google puts everybody into it
  return { place, name: fullName || name || company, emails, groups: own, note };
}
