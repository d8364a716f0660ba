import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact.ts';
import { newContact } from '../../domain/contact.ts';
import { indexContacts } from '../../domain/contact-index.ts';
import { contactLine, readContactLine } from '../../domain/contact-line.ts';
import { fold } from '../../domain/fold.ts';
import { rankContacts } from '../../domain/rank-contacts.ts';
import { searchContacts } from '../../domain/search-contacts.ts';
import { suggestionOrder } from '../../domain/suggestion-order.ts';

function run<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function searcher(texts: string[], site = '') {
  const { parts, used } = run(suggestionOrder(texts));
  const index = run(indexContacts(parts));
  const ranking = rankContacts(used, site, index.lines.length - 1);
  return (query: string, limit = 6, accepts = (_line: string) => true) => {
    const lineText = (line: number) => index.text.slice(index.lines[line], (index.lines[line + 1] ?? 0) - 1);
    const wanted = { ranking, accepts: (line: number) => accepts(lineText(line)), limit };
    return searchContacts(index, query, wanted).map((line) => lineText(line).split('\t')[0]);
  };
}

const book = [
  'anna.berg@northwind.example\tAnna Berg',
  'accounts@contoso.example\tHugo Čapek',
  'zofie@fabrikam.example\tŽofie Łęcka',
  'x@example.test\tJohannes',
  'tanaka@jp.example\t田中 太郎',
  'bare@lonely.example',
];

describe('what a query finds', () => {
  const search = searcher([book.slice(0, 3).join('\n'), '', book.slice(3).join('\n')]);
  it.each([
    ['a name', 'anna', ['anna.berg@northwind.example']],
    ['the second name', 'ber', ['anna.berg@northwind.example']],
    ['both names in any order', 'berg an', ['anna.berg@northwind.example']],
    ['a local part', 'accounts', ['accounts@contoso.example']],
    ['a whole address', 'anna.berg@northwind.example', ['anna.berg@northwind.example']],
    ['a domain', '@fabri', ['zofie@fabrikam.example']],
    ['without accents', 'capek', ['accounts@contoso.example']],
    ['with accents and capitals', 'ŽOFIE', ['zofie@fabrikam.example']],
    ['letters Unicode does not take apart', 'lecka', ['zofie@fabrikam.example']],
    ['one letter, only where a word begins', 'j', ['x@example.test', 'tanaka@jp.example']],
    ['two letters, only where a word begins', 'ha', []],
    ['three letters inside a word', 'hannes', ['x@example.test']],
    ['another script', '太', ['tanaka@jp.example']],
    ['an entry without a name', 'bare', ['bare@lonely.example']],
    ['nothing for signs', '@.,', []],
    ['nothing for nothing', '', []],
    ['no word across two fields', 'exampleanna', []],
  ])('%s: %s', (_name, query, expected) => expect(search(query)).toEqual(expected));

  it('beginnings of words come before insides', () => {
    const found = searcher(['nobergen@a.test\tX\nbergen@b.test\tY'])('berg');
    expect(found).toEqual(['bergen@b.test', 'nobergen@a.test']);
  });

  it('finds no groups, notes or sites', () => {
    const line = contactLine({ ...newContact({ name: 'N', address: 'a@b.test' }), groups: ['secret'], note: 'hidden' });
    expect(['secret', 'hidden'].flatMap((word) => searcher([line])(word))).toEqual([]);
  });

  it('gives what is accepted, and asks no more than it must', () => {
    expect(search('e', 6, (line) => !line.includes('example\t')).length).toBeLessThan(6);
    expect(search('example', 2, (line) => !line.startsWith('anna'))).toHaveLength(2);
  });
});

it('ranks by mails from this site, then by the last use, then what was never used', () => {
  const entry = (address: string, usedAt: number, sites: Contact['sites'] = {}) =>
    contactLine({ ...newContact({ name: 'Same', address }), usedAt, useCount: usedAt ? 1 : 0, sites });
  const day = 86_400_000;
  const lines = [
    entry('never@x.test', 0),
    entry('old-here@x.test', day, { 'erp.test': 2 }),
    entry('elsewhere@x.test', 5 * day, { 'shop.test': 9 }),
    entry('often-here@x.test', 2 * day, { 'erp.test': 7 }),
    entry('new@x.test', 9 * day),
  ];
  const ranked = ['often-here@x.test', 'old-here@x.test', 'new@x.test', 'elsewhere@x.test', 'never@x.test'];
  expect(searcher([lines.join('\n')], 'erp.test')('same')).toEqual(ranked);
  expect(searcher([lines.join('\n')], 'erp.test')('same', 3)).toEqual(ranked.slice(0, 3));
  expect(searcher([lines.join('\n')], '__proto__')('same', 1)).toEqual(['new@x.test']);
});

/** The plain way: look at every line. */
function scan(lines: string[], query: string): string[] {
  const words = fold(query)
    .split(/[^a-z0-9\u0080-\uffff]+/)
    .filter(Boolean);
  const fits = (line: string, word: string) => {
    const text = fold(line.split('\t').slice(0, 2).join('\t'));
    return word.length < 3 ? new RegExp(`(?<![a-z0-9\\u0080-\\uffff])${word}`).test(text) : text.includes(word);
  };
  return words.length === 0 ? [] : lines.filter((line) => words.every((word) => fits(line, word)));
}

it('finds exactly what a plain scan finds', () => {
  const word = fc.stringMatching(/^[abcé1]{1,5}$/);
  const line = fc.tuple(word, word, word).map(([local, domain, name]) => `${local}@${domain}.test\t${name} ${local}`);
  const query = fc.array(word, { minLength: 1, maxLength: 1 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), query, (lines, asked) => {
      const found = searcher([lines.join('\n')])(asked, 1000);
      expect([...found].sort()).toEqual(
        scan(lines, asked)
          .map((each) => readContactLine(each).address)
          .sort(),
      );
    }),
  );
});

it('walks through many equal words without losing any', () => {
  const lines = Array.from({ length: 5000 }, (_, n) => `user${n}@same.example\tUser ${n}`);
  const search = searcher([lines.join('\n')]);
  expect(search('same', 6)).toEqual(lines.slice(0, 6).map((line) => line.split('\t')[0]));
  expect(search('user4321', 6)).toEqual(['user4321@same.example']);
  const late = search('same', 2, (line) => line.includes('@same') && /^user49\d\d@/.test(line));
  expect(late).toEqual(['user4900@same.example', 'user4901@same.example']);
});
