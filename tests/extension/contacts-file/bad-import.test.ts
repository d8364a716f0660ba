import { describe, expect, it } from 'vitest';
import { readContactLine } from '../../../domain/contact-line.ts';
import { readContactsFile } from '../../../extension/contacts-file/read-contacts-file.ts';
import { contactsFile } from '../../../extension/contacts-file/write-contacts-file.ts';
import { badInputs } from '../../domain/bad-inputs.ts';

// One byte a character where the row stands for bytes that are no UTF-8.
const isRaw = (text: string) => /^ÿþ|\u008a/.test(text);
const bytesOf = (text: string) =>
  isRaw(text) ? Uint8Array.from(text, (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(text);
const read = (text: string) => readContactsFile(bytesOf(text), { old: 'windows-1250', rules: [] });

function outcome(text: string) {
  try {
    const { lines, refused } = read(text);
    return { contacts: [...lines.values()].map(readContactLine), refused: refused.first };
  } catch (error) {
    expect(error).toMatchObject({ code: 'contacts-file-refused' });
    return { contacts: [], refused: [{ reason: (error as { detail: string }).detail }] };
  }
}

describe.each(['import-csv', 'import-vcard', 'import-json'])('%s', (group) => {
  it.each(badInputs(group))('$expect: $why', { timeout: 20_000 }, ({ input, expect: verdict }) => {
    const text = String(input);
    const { contacts, refused } = outcome(text);
    if (verdict === 'reject') {
      expect(contacts).toEqual([]);
      expect(refused.length).toBeGreaterThan(0);
      return;
    }
    expect(refused.filter(({ reason }) => reason !== 'no-address')).toEqual([]);
    if (text.includes('@b.test')) expect(contacts[0]?.address).toBe('a@b.test');
    for (const { name } of contacts) expect(name).not.toMatch(/[@\r\n\0]/);
    expect(contactsFile(contacts, 'csv')).not.toMatch(/(?:^|,)"?[=+@\t-]/m);
  });
});

it.each([
  ['windows-1250 with Š', 'Jan;\u008a'],
  ['UTF-16', 'ÿþa\0'],
])('%s is read as text and shown', (_name, text) => {
  const { refused, encoding } = read(text);
  expect(refused.first).toMatchObject([{ reason: 'no-address' }]);
  expect(encoding).toMatch(/windows-1250|utf-16le/);
});
