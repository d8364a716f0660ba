import ICAL from 'ical.js';
import Papa from 'papaparse';
import type { Contact } from '../../domain/contact.ts';
import { computed } from './csv-contacts.ts';
import { type JsonEntry, jsonFormat } from './json-contacts.ts';

export const fileFormats = ['csv', 'vcf', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const mimeTypes: Record<FileFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  vcf: 'text/vcard;charset=utf-8',
  json: 'application/json',
};

/** Addresses as the text of a file that this and other programs read. */
export function contactsFile(contacts: Contact[], format: FileFormat): string {
  return { csv, vcf, json }[format](contacts);
}

/** With the mark that spreadsheets know UTF-8 by, and nothing in it that they would compute (a quote stands before it). */
function csv(contacts: Contact[]): string {
  const rows = contacts.map(({ name, address, groups, note }) => [name, address, groups.join(';'), note]);
  const fields = ['Name', 'E-mail Address', 'Groups', 'Notes'];
  return `\ufeff${Papa.unparse({ fields, data: rows }, { escapeFormulae: computed })}\r\n`;
}

function vcf(contacts: Contact[]): string {
  return contacts.map((contact) => `${ICAL.stringify(cardOf(contact))}\r\n`).join('');
}

function cardOf({ name, address, groups, note }: Contact) {
  const property = (key: string, value: string | string[]) => [key, {}, 'text', ...[value].flat()];
  const properties = [
    property('version', '3.0'),
    property('fn', name || address),
    ['n', {}, 'text', [name, '', '', '', '']],
    property('email', address),
    ...(groups.length > 0 ? [property('categories', groups)] : []),
    ...(note ? [property('note', note)] : []),
  ];
  return ['vcard', properties, []];
}

function json(contacts: Contact[]): string {
  const entries = contacts.map(
    ({ address, name, groups, note }): JsonEntry => ({
      email: address,
      ...(name && { name }),
      ...(groups.length > 0 && { groups }),
      ...(note && { note }),
    }),
  );
  return `${JSON.stringify({ format: jsonFormat, contacts: entries }, null, 1)}\n`;
}
