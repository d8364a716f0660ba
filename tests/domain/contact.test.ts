import { describe, expect, it } from 'vitest';
import { type Contact, merged, newContact, remembered } from '../../domain/contact.ts';
import { changedFront, emptyFront, frontOf } from '../../domain/contact-front.ts';
import { contactLine, readContactLine } from '../../domain/contact-line.ts';
import { contactRow } from '../../domain/sort-contacts.ts';

const anna: Contact = {
  ...newContact({ name: 'Anna Berg', address: 'anna@n.test' }),
  groups: ['Customers', 'Žižkov'],
  note: 'calls on Mondays',
  usedAt: 1_763_800_000_000,
  useCount: 14,
  sites: { 'erp.test': 13, 'shop.test': 1 },
};
const hugo = newContact({ name: '', address: 'hugo@c.test' });

describe('an entry as a line', () => {
  it.each([anna, hugo, { ...hugo, note: 'x' }, { ...hugo, usedAt: 1_763_800_000_000 }])(
    'reads back the same',
    (contact) => {
      expect(readContactLine(contactLine(contact))).toEqual(contact);
    },
  );

  it('takes no more than address and name while it was never used', () => {
    expect(contactLine(newContact({ name: 'Anna', address: 'a@b.test' }))).toBe('a@b.test\tAnna');
  });

  it.each(['', 'a@b.test', '\t\t\t\t\t\t\t\t', 'a@b.test\tx\t\t\t!\t-\t=;='])(
    'is read whatever stands there: %j',
    (line) => {
      expect(readContactLine(line)).toMatchObject({ usedAt: 0, useCount: 0 });
    },
  );
});

describe('one more mail', () => {
  const use = { name: 'Anna B.', address: 'anna@n.test', site: 'erp.test' };

  it('makes an entry of a new address', () => {
    const made = remembered(undefined, use, 5000);
    expect(made).toEqual({ ...newContact(use), usedAt: 5000, useCount: 1, sites: { 'erp.test': 1 } });
  });

  it('keeps the name a person gave, and counts', () => {
    expect(remembered(anna, use, 1_764_000_000_000)).toMatchObject({
      name: 'Anna Berg',
      useCount: 15,
      usedAt: 1_764_000_000_000,
      sites: { 'erp.test': 14, 'shop.test': 1 },
    });
  });

  it('keeps only the latest sites', () => {
    const many = Array.from({ length: 9 }, (_, n) => `s${n}.test`);
    const after = many.reduce<Contact>((known, site) => remembered(known, { ...use, site }, 1), anna);
    expect(Object.keys(after.sites)).toEqual(many.slice(-5));
  });

  it('counts no site for a page without a host, and survives names of the language itself', () => {
    expect(remembered(undefined, { ...use, site: '' }, 1).sites).toEqual({});
    expect(Object.entries(remembered(undefined, { ...use, site: '__proto__' }, 1).sites)).toEqual([['__proto__', 1]]);
  });
});

it('a file adds to what is known and replaces nothing', () => {
  const other = { ...newContact({ name: 'Other', address: 'ANNA@n.test' }), groups: ['New', 'Customers'], note: 'no' };
  expect(merged(anna, other)).toEqual({ ...anna, groups: ['Customers', 'Žižkov', 'New'] });
  expect(merged(hugo, { ...other, useCount: 3 })).toMatchObject({ name: 'Other', note: 'no', useCount: 3 });
});

describe('the front of the list', () => {
  const lines = Array.from({ length: 500 }, (_, n) => `x${n}@b.test\tName ${String((n * 7) % 500).padStart(3, '0')}`);
  const added = (some: string[]) => some.map((after) => ({ before: undefined, after }));
  const removed = (some: string[]) => some.map((before) => ({ before, after: undefined }));

  it('holds the first lines in the order of names, however they came', () => {
    const whole = frontOf([lines.join('\n')]);
    expect(whole.count).toBe(500);
    expect(whole.lines[0]).toMatch(/Name 000$/);
    expect(whole.lines[99]).toMatch(/Name 099$/);
    const bits = [lines.slice(0, 30), lines.slice(30, 31), lines.slice(31)];
    const piecemeal = bits.reduce((front, some) => changedFront(front, added(some)) ?? front, emptyFront);
    expect(piecemeal).toEqual(whole);
  });

  it('is what a plain sort gives, whatever letter a name begins with', () => {
    const starts = ['ž', 'Z', 'é', 'A', '', '\u0301x', 'ß', 'Д', '東', '😀', 'İ', 'ł', '_', '9'];
    const mixed = Array.from(
      { length: 700 },
      (_, n) => `${(n * 37) % 700}@b.test\t${starts[n % starts.length]}${n % 9}`,
    );
    const sorted = [...mixed].sort((one, other) => (contactRow(one).key < contactRow(other).key ? -1 : 1));
    expect(frontOf([mixed.join('\n')]).lines).toEqual(sorted.slice(0, 100));
    expect(changedFront(emptyFront, added(mixed))?.lines).toEqual(sorted.slice(0, 100));
  });

  it('asks for all entries when too little of it is left', () => {
    const whole = frontOf([lines.join('\n')]);
    expect(changedFront(whole, removed(whole.lines.slice(0, 50)))).toEqual({
      count: 450,
      lines: whole.lines.slice(50),
    });
    expect(changedFront(whole, removed(whole.lines.slice(0, 90)))).toBeUndefined();
    const few = frontOf([lines.slice(0, 5).join('\n')]);
    expect(changedFront(few, removed(few.lines))).toEqual(emptyFront);
  });

  it('never takes a line that stands behind those left out', () => {
    const shrunk = changedFront(frontOf([lines.join('\n')]), removed(frontOf([lines.join('\n')]).lines.slice(0, 50)));
    const after = changedFront(shrunk ?? emptyFront, added(['z@b.test\tZoe', 'a@b.test\tAda']));
    expect(after?.lines).toHaveLength(51);
    expect(after?.lines[0]).toBe('a@b.test\tAda');
  });
});
