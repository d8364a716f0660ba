import { describe, expect, it } from 'vitest';
import { addressNotes } from '../../components/address-notes.ts';
import { lastPiece } from '../../components/last-piece.ts';
import { readableAddress } from '../../components/readable-address.ts';
import { parseAddress } from '../../domain/address.ts';

const mailbox = (text: string) => ({ name: '', address: parseAddress(text).address });
const notes = (texts: string[], domains: string[] = []) => {
  const mailboxes = texts.map(mailbox);
  const known = new Map(mailboxes.map(({ address }) => [address.slice(address.indexOf('@') + 1), domains] as const));
  return addressNotes(mailboxes, known).map(({ kind, host }) => `${kind} ${host}`);
};

describe('addressNotes', () => {
  it.each<[string[], string[], string[]]>([
    [['a@gmail.com', 'b@corp.test'], [], []],
    [['a@gmial.com', 'b@gmial.com'], [], ['near-miss gmial.com']],
    [['a@nortwind.test'], ['northwind.test'], ['near-miss nortwind.test']],
    [['a@nortwind.test'], ['nortwind.test', 'northwind.test'], []],
    [['a@münchen.test', 'a@pаypal.test'], [], ['mixed xn--pypal-4ve.test', 'idn xn--mnchen-3ya.test']],
    [['a@аррӏе.test'], [], ['lookalike xn--80ak6aa92e.test']],
  ])('%j with %j in the address list', (texts, domains, expected) => {
    expect(notes(texts, domains)).toEqual(expected);
  });

  it('says nothing about a domain the address list was not asked about yet', () => {
    expect(addressNotes([mailbox('a@gmial.com')], new Map())).toEqual([]);
  });
});

describe('readableAddress', () => {
  it.each([
    ['a@xn--mnchen-3ya.test', 'a@münchen.test'],
    ['a@xn--pypal-4ve.test', 'a@xn--pypal-4ve.test'],
    ['a@corp.test', 'a@corp.test'],
  ])('%s reads %s', (address, readable) => {
    expect(readableAddress(address)).toBe(readable);
  });
});

describe('lastPiece', () => {
  it.each([
    ['ann', 0, 'ann'],
    ['nonsense; ann ', 9, 'ann'],
    ['', 0, ''],
  ])('of %j', (text, start, query) => {
    expect(lastPiece(text)).toEqual({ start, query });
  });
});
