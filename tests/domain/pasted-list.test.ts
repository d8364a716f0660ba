import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxRecipients, parseAddress, splitPasted } from '../../domain/address.ts';
import { mailboxSchema } from '../../domain/mailbox.ts';
import { z } from '../../domain/schema.ts';
import { assertHolds } from './assert-holds.ts';
import { badInputs } from './bad-inputs.ts';

describe('splitPasted', () => {
  it.each(badInputs('paste'))('$expect: $why', ({ input, expect: verdict, normal }) => {
    const { mailboxes, rejected } = splitPasted(String(input));
    if (verdict === 'reject') {
      expect(mailboxes).toEqual([]);
      expect(rejected).not.toEqual([]);
    } else {
      expect(mailboxes.map(({ address }) => address)).toEqual(normal);
      expect(rejected).toEqual([]);
    }
  });

  it.each([
    ['Accounts <b@y.test>', 'Accounts'],
    ['"North, Sons" <j@z.test>', 'North, Sons'],
    ['Doe, John <j@d.test>', 'Doe, John'],
    ['"He said \\"hi\\"" <j@d.test>', 'He said "hi"'],
    ['Doe\tj@d.test', 'Doe'],
    ['"North, Sons & Co"\tj@d.test', 'North, Sons & Co'],
    ['John\tDoe\tj@d.test', 'John Doe'],
    ['17\tNorth Ltd\tj@d.test\t+49 30 123', 'North Ltd'],
    ['j@d.test\tNorth Ltd', ''],
    ['j@d.test', ''],
    ['boss@corp.test <j@d.test>', ''],
    ['"\u202eeman" <j@d.test>', 'eman'],
    ['"a\\\\b" <j@d.test>', 'a\\b'],
    [`${'x'.repeat(300)} <j@d.test>`, 'x'.repeat(128)],
    ['\ud800 <j@d.test>', '\ufffd'],
  ])('%j is a mailbox with the name %j', (text, name) => {
    expect(splitPasted(text)).toMatchObject({ mailboxes: [{ name }], rejected: [] });
  });

  it('keeps the good addresses of a list and shows the bad pieces as they were pasted', () => {
    const { mailboxes, rejected } = splitPasted('a@b.test; nobody; c@@d.test, e@f.test');
    expect(mailboxes.map(({ address }) => address)).toEqual(['a@b.test', 'e@f.test']);
    expect(rejected).toEqual(['nobody', 'c@@d.test']);
  });

  it('takes addresses with nothing but blanks between them, and takes apart nothing else', () => {
    const addresses = (text: string) => splitPasted(text).mailboxes.map(({ address }) => address);
    expect(addresses('a@b.test c@d.test\u00a0 e@f.test')).toEqual(['a@b.test', 'c@d.test', 'e@f.test']);
    expect(addresses('a@b.test ORCPT=rfc822;c@d.test x')).toEqual([]);
    expect(addresses('a@b.test or c@d.test')).toEqual([]);
  });

  it('reads lines of a spreadsheet, and shows the rows in which it finds no address', () => {
    const { mailboxes, rejected } = splitPasted(
      'Name\tE-mail\r\nAnna\ta@b.test\r\nHugo\thugo(at)c.test\r\n\tc@d.test\n',
    );
    expect(mailboxes).toEqual([
      { name: 'Anna', address: 'a@b.test' },
      { name: '', address: 'c@d.test' },
    ]);
    expect(rejected).toEqual(['Name', 'E-mail', 'Hugo', 'hugo(at)c.test']);
  });

  it('reads the list of the manual', () => {
    const text = 'a@x.com; Accounts <b@y.com>, "North, Sons & Co" <j@z.de>';
    expect(splitPasted(text)).toMatchObject({
      mailboxes: [
        { name: '', address: 'a@x.com' },
        { name: 'Accounts', address: 'b@y.com' },
        { name: 'North, Sons & Co', address: 'j@z.de' },
      ],
      rejected: [],
    });
  });

  it('takes an address that stands twice once', () => {
    expect(splitPasted('a@b.test, A@B.test').mailboxes).toEqual([{ name: '', address: 'a@b.test' }]);
  });

  it('takes as many addresses as one mail may have, and none of a longer list', () => {
    const list = (length: number) => Array.from({ length }, (_, at) => `a${at}@b.test`).join('\n');
    expect(splitPasted(list(maxRecipients))).toMatchObject({ tooMany: false, rejected: [] });
    expect(splitPasted(list(maxRecipients)).mailboxes).toHaveLength(maxRecipients);
    expect(splitPasted(list(maxRecipients + 1))).toMatchObject({ tooMany: true, mailboxes: [] });
  });

  it('never yields an address that parseAddress refuses, nor a name that no mail may carry, whatever is pasted', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a@b.test',
        'Doe, John <j@d.test>',
        '"x@y.test" <c@d.test>',
        '<a@b.test>',
        'mailto:a@b.test?bcc=e@e.test',
      ),
      fc.constantFrom(',', ';', '\n', '\t', '"', '<', '>', '@', ':', ' ', '\\', '\u200b'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    let found = 0;
    assertHolds(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const { name, address } of splitPasted(pieces.join('')).mailboxes) {
          found++;
          expect(parseAddress(address).address).toBe(address);
          expect(z.safeParse(mailboxSchema, { name, address }).success).toBe(true);
        }
      }),
      1000,
    );
    expect(found).toBeGreaterThan(100);
  });
});
