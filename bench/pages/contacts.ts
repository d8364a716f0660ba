// Runs inside a page of the built extension, bundled with the product's own storage and search.
import Papa from 'papaparse';
import { type Contact, newContact } from '../../domain/contact.ts';
import { contactLine } from '../../domain/contact-line.ts';
import { mergeIntoContacts } from '../../extension/storage/contacts.ts';
import { prepareSuggestions, suggest } from '../../extension/storage/suggest.ts';

const first =
  'Anna Hugo Ines Žofie Jan Petr Léa Søren María Łukasz John Paul Emma Olga Ivan Yuki Karl Nora Otto Rosa'.split(' ');
const last =
  'Berg Costa Dahl Novák Müller Smith Jones Brown Taylor Wilson Evans Thomas Walker White Green Hall Wood Lee Fox'.split(
    ' ',
  );

/** People as they would be in a large company's list: many of one name and one domain, every tenth mailed before. */
function person(n: number): Contact {
  const name = `${first[n % 20]} ${last[(n * 7) % 19]}`;
  const local = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replace(' ', '.');
  const contact = newContact({ name, address: `${local}${n}@company${n % 5000}.example` });
  if (n % 10 > 0) return contact;
  return {
    ...contact,
    usedAt: 1_763_000_000_000 + n * 1000,
    useCount: 1 + (n % 30),
    sites: { [`erp${n % 3}.example`]: 1 + (n % 30) },
  };
}

async function fill(count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, n) => person(n));
  await mergeIntoContacts(new Map(people.map((each) => [each.address, contactLine(each)])));
}

/** Bytes the browser counts for this extension. */
async function usage(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? 0;
}

const typed = ['anna berg', 'novak', '@company4999', 'john.smith77', 'lukasz', 'zzyzx', 'ompany12', 'walker ol'];
const keystrokes = typed.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));

export type Keystrokes = { ours: number; longest: number; scan: number };

/** ms for a keystroke, on average; the longest of ours; and a plain scan of the same names and addresses. */
async function typeOnce(count: number): Promise<Keystrokes> {
  await prepareSuggestions();
  const lines = Array.from({ length: count }, (_, n) => person(n)).map((each) =>
    `${each.address} ${each.name}`.toLowerCase(),
  );
  const wish = { site: 'erp1.example', rules: [], limit: 6 };
  let [ours, longest, scan, found] = [0, 0, 0, 0];
  for (const text of keystrokes) {
    const start = performance.now();
    found += (await suggest(text, wish)).length;
    const middle = performance.now();
    found += lines.filter((line) => line.includes(text)).length;
    scan += performance.now() - middle;
    ours += middle - start;
    longest = Math.max(longest, middle - start);
  }
  if (found === 0) throw new Error('nothing was found');
  return { ours: ours / keystrokes.length, longest, scan: scan / keystrokes.length };
}

function csv(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => person(n)).map(
    ({ name, address }) => `${name},${address},Customers`,
  );
  return `Name,E-mail Address,Groups\r\n${lines.join('\r\n')}\r\n`;
}

/** ms of the bare parser for the same file. */
function parseBare(rows: number): Promise<number> {
  const file = new File([csv(rows)], 'addresses.csv');
  const start = performance.now();
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, { complete: () => resolve(performance.now() - start), error: reject });
  });
}

export const contactsBench = { fill, usage, typeOnce, csv, parseBare };

declare global {
  interface Window {
    contacts: typeof contactsBench;
  }
}
window.contacts = contactsBench;
