import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../domain/address.ts';
import { type Contact, newContact } from '../../../domain/contact.ts';
import { readContactLine } from '../../../domain/contact-line.ts';
import { isDisplayName } from '../../../domain/text.ts';
import { readContactsFile } from '../../../extension/contacts-file/read-contacts-file.ts';
import { contactsFile, fileFormats } from '../../../extension/contacts-file/write-contacts-file.ts';

const rules = ['*@blocked.test'];
const read = (content: string | Uint8Array, old: 'windows-1252' | 'windows-1250' = 'windows-1252') => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { lines, refused, ...rest } = readContactsFile(bytes, { old, rules });
  return { contacts: [...lines.values()].map(readContactLine), refused: refused.first, ...rest };
};
const shown = (content: string | Uint8Array) =>
  read(content).contacts.map(({ name, address, groups }) => [name, address, ...groups].join('|'));

function utf16(text: string, mark: boolean): Uint8Array {
  return new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'));
}

describe('tables of other programs', () => {
  it.each<[string, string | Uint8Array, string[]]>([
    [
      'Google, new',
      'First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value\nAnna,,Berg,* myContacts ::: Customers,Work,anna@n.test ::: a2@n.test,Home,berg@h.test\n',
      ['Anna Berg|anna@n.test|Customers', 'Anna Berg|a2@n.test|Customers', 'Anna Berg|berg@h.test|Customers'],
    ],
    [
      'Google, old',
      'Name,Given Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value\nAnna Berg,Anna,* My Contacts,*,anna@n.test',
      ['Anna Berg|anna@n.test'],
    ],
    [
      'Outlook',
      '"First Name","Last Name","Company","E-mail Address","E-mail 2 Address","Categories"\r\n"Anna","Berg","N","anna@n.test","","VIP;Old"\r\n"","","Only Ltd","only@c.test","",""\r\n',
      ['Anna Berg|anna@n.test|VIP|Old', 'Only Ltd|only@c.test'],
    ],
    [
      'Thunderbird',
      'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email\nAnna,Berg,Anna B.,,anna@n.test,a@h.test',
      ['Anna B.|anna@n.test', 'Anna B.|a@h.test'],
    ],
    [
      'Outlook in German, Excel',
      '\ufeffVorname;Nachname;E-Mail-Adresse\r\nJörg;Groß;j@d.test\r\n',
      ['Jörg Groß|j@d.test'],
    ],
    ['Excel with its own separator line', 'sep=;\r\nName;E-mail\r\nA;a@b.test', ['A|a@b.test']],
    ['UTF-16 from Excel', utf16('Name\tE-mail\r\nŽofie\tz@b.test', true), ['Žofie|z@b.test']],
    ['UTF-16 without its mark', utf16('Name\tE-mail\r\nAnna\tz@b.test', false), ['Anna|z@b.test']],
    ['windows-1252', new Uint8Array(Buffer.from('Name;E-mail\nJ\xfcrgen;j@d.test', 'latin1')), ['Jürgen|j@d.test']],
    ['line ends inside quotes', 'Name,E-mail\n"Anna\nBerg",a@b.test', ['Anna Berg|a@b.test']],
    ['columns twice', 'E-mail,E-mail,Name,Name\na@b.test,c@b.test,A,B', ['A|a@b.test', 'A|c@b.test']],
    ['names of the language itself', '__proto__,constructor,E-mail\nx,y,a@b.test', ['|a@b.test']],
    ['no headings', 'a@b.test;Anna\nBert;b@b.test', ['Anna|a@b.test', 'Bert|b@b.test']],
    ['mailboxes, one a line', 'Eve <e@b.test>\nAnn B. <f@b.test>', ['Eve|e@b.test', 'Ann B.|f@b.test']],
    ['a name that is an address', 'Name,E-mail\nboss@corp.test,a@b.test', ['|a@b.test']],
    ['direction marks', 'Name,E-mail\nA\u202enna,a@b.test', ['Anna|a@b.test']],
    ['old Macintosh line ends', 'Name,E-mail\rA,a@b.test\rB,b@b.test', ['A|a@b.test', 'B|b@b.test']],
  ])('%s', (_name, content, expected) => expect(shown(content)).toEqual(expected));
});

describe('cards', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
  it.each<[string, string, string[]]>([
    [
      '2.1 from an old phone',
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C4=8Capek;Karel;;;',
        'EMAIL;INTERNET;HOME:k@c.test',
      ),
      ['Karel Čapek|k@c.test'],
    ],
    [
      '2.1 with soft line breaks',
      card(
        'VERSION:2.1',
        'FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:J=FCrgen=20=',
        'M=FCller',
        'EMAIL;PREF;INTERNET:j@m.test',
      ),
      ['Jürgen Müller|j@m.test'],
    ],
    [
      '2.1 in a character set nobody knows',
      card('VERSION:2.1', 'FN;ENCODING=QUOTED-PRINTABLE;CHARSET=KLINGON:Anna', 'EMAIL:a@b.test'),
      ['Anna|a@b.test'],
    ],
    [
      '3.0 folded, escaped, several',
      card(
        'VERSION:3.0',
        'FN:Smith\\, Ann',
        'CATEGORIES:VIP,Old\\, gold',
        'EMAIL;TYPE=INTERNET,WORK:ann.very.long',
        ' .name@s.test',
        'item1.EMAIL;TYPE=pref:ann@h.test',
        'item1.X-ABLabel:x',
      ),
      ['Smith, Ann|ann.very.long.name@s.test|VIP|Old, gold', 'Smith, Ann|ann@h.test|VIP|Old, gold'],
    ],
    ['4.0', card('VERSION:4.0', 'FN:Anna', 'EMAIL;PREF=1;TYPE="work:x":mailto:a@b.test'), ['Anna|a@b.test']],
    [
      'a picture of megabytes',
      card(
        'VERSION:3.0',
        `PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(3_000_000)}`,
        ...Array(2000).fill(` ${'B'.repeat(74)}`),
        'FN:P',
        'EMAIL:p@b.test',
      ),
      ['P|p@b.test'],
    ],
    [
      'small letters, a byte order mark, blank lines',
      `\ufeff\n${card('version:3.0', 'fn:Anna', 'email:a@b.test').toLowerCase()}`,
      ['anna|a@b.test'],
    ],
    [
      'only a company',
      card('VERSION:3.0', 'ORG:Acme\\; Sons;Sales', 'N:;;;;', 'EMAIL:a@b.test'),
      ['Acme; Sons, Sales|a@b.test'],
    ],
    ['two cards', card('FN:A', 'EMAIL:a@b.test') + card('FN:B', 'EMAIL:b@b.test'), ['A|a@b.test', 'B|b@b.test']],
  ])('%s', (_name, content, expected) => expect(shown(content)).toEqual(expected));
});

describe('what is refused is named with its place', () => {
  it('row by row', () => {
    const { contacts, refused, repeated } = read(
      `Name,E-mail\nA,a@b.test\nB,b@@b.test\nC,\nD,d@blocked.test\nA,A@b.test\nE,${'e'.repeat(11_000)}@b.test`,
    );
    expect(contacts.map(({ address }) => address)).toEqual(['a@b.test']);
    expect(repeated).toBe(1);
    expect(refused.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
      '3 address-invalid',
      '4 no-address',
      '5 disabled',
      '7 too-long',
    ]);
  });

  it('by its line, blank ones counted', () => {
    expect(read('\n\nName,E-mail\n,\nA,a@b.test\n \nB,b@@b.test\n').refused.map(({ place }) => place)).toEqual([7]);
  });

  it.each([
    ['an xlsx', 'PK\u0003\u0004', 'spreadsheet'],
    ['a PDF', '%PDF-1.7\0', 'binary'],
    ['only blanks', ' \n\t\n', 'empty'],
    ['an open quote', 'Name,E-mail\n"A,a@b.test', 'quotes: 2'],
    ['a card that goes on', 'BEGIN:VCARD\nFN:x\nBEGIN:VCARD', 'vcard-nested: 1'],
    ['settings', '{"format":"tabpost-settings","settings":{}}', 'json-shape: format'],
    ['a list in a list a hundred thousand times', '['.repeat(100_000), 'json'],
    ['a million lines', 'a@b.test\n'.repeat(1_000_000), 'too-many'],
  ])('%s', (_name, content, detail) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ code: 'contacts-file-refused', detail }));
  });
});

describe.each(fileFormats)('what is written as %s', (format) => {
  const text = fc.stringMatching(/^[A-Za-zé=+'",\-\\:;!? ]{0,12}$/).map((each) => each.trim());
  const person = fc.record({
    name: text.filter(isDisplayName),
    note: text,
    group: fc.stringMatching(/^[A-Za-z,\\ ]{0,8}$/),
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 5 }), (people) => {
        const contacts = people.map(({ name, note, group }, n): Contact => {
          const groups = [group.trim()].filter((each) => each && (format !== 'csv' || !each.includes(',')));
          return { ...newContact({ name, address: `a${n}@b.test` }), note, groups };
        });
        expect(read(contactsFile(contacts, format)).contacts).toEqual(contacts);
      }),
    );
  });
});

it("a note full of another separator does not change the table's", () => {
  const contact = { ...newContact({ name: ';', address: 'a@b.test' }), note: ';";' };
  expect(read(contactsFile([contact], 'csv')).contacts).toEqual([contact]);
});

it('a spreadsheet computes nothing of an export', () => {
  const names = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '"=1"', "=cmd|' /C calc'!A0"];
  const contacts = names.map((name, n) => ({ ...newContact({ name, address: `a${n}@b.test` }), note: name }));
  const file = contactsFile(contacts, 'csv');
  expect(file).not.toMatch(/(?:^|,)"?[=+@\t-]/m);
});

it('an address that is taken without the parser is one the parser leaves as it is', () => {
  const piece = fc.stringMatching(/^[a-z0-9._+-]{1,12}$/);
  fc.assert(
    fc.property(piece, piece, piece, (local, host, top) => {
      const text = `${local}@${host}.${top}`;
      const [contact] = read(`E-mail\n${text}`).contacts;
      expect(contact?.address).toBe(parsed(text));
    }),
    { numRuns: 1000 },
  );
});

function parsed(text: string): string | undefined {
  try {
    return parseAddress(text).address;
  } catch {
    return undefined; // whatever is wrong with it, it is no address
  }
}
