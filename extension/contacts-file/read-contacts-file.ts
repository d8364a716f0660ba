import type { Incoming } from '../../domain/incoming-contact.ts';
import { readCsv } from './csv-contacts.ts';
import { decodeText, type Encoding, type OldEncoding } from './decode-text.ts';
import { fileRefused } from './file-refused.ts';
import { readJson } from './json-contacts.ts';
import { readVcards } from './vcard-contacts.ts';

/** Bytes; cards with pictures are large, and more than this no address book of a hundred thousand has. */
const maxFile = 256 * 1024 * 1024;

type Options = {
  /** How to read a file that is no Unicode. */
  old: OldEncoding;
  /** The disabled list: what it catches is not taken over. */
  rules: string[];
  /** Told now and then how much of the text is read, from 0 to 1. */
  progress?: (share: number) => void;
};

/**
 * Addresses of a CSV, vCard or JSON file, whatever its name says.
 * @throws TabpostError `contacts-file-refused`; the detail names the fault and its place
 */
export function readContactsFile(
  bytes: Uint8Array,
  { old, rules, progress = () => {} }: Options,
): Incoming & { encoding: Encoding } {
  if (bytes.length > maxFile) throw fileRefused('too-big');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) throw fileRefused('spreadsheet'); // a ZIP, as .xlsx and .ods are
  const { text, encoding } = decodeText(bytes, old);
  if (text.includes('\0')) throw fileRefused('binary');
  if (text.trim() === '') throw fileRefused('empty');
  return { ...readerFor(text)(text, rules, progress), encoding };
}

function readerFor(text: string): typeof readCsv {
  const start = text.slice(0, 1000).trimStart();
  if (/^BEGIN:VCARD/i.test(start)) return readVcards;
  return /^[[{]/.test(start) || start === 'null' ? readJson : readCsv;
}
