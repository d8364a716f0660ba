import { describe, expect, it } from 'vitest';
import { mailDomains } from '../../domain/mail-domains.ts';
import { nearMiss } from '../../domain/near-miss.ts';

describe('nearMiss', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['gmail.com', undefined],
    ['mail.com', undefined],
    ['ymail.com', undefined],
    ['gmaim.cam', undefined],
    ['corp.test', undefined],
    ['', undefined],
  ])('%s: %s', (host, meant) => {
    expect(nearMiss(host)).toBe(meant);
  });

  it('knows the domains of the address list, as what was meant and as right', () => {
    expect(nearMiss('nortwind.example', ['northwind.example'])).toBe('northwind.example');
    expect(nearMiss('gmial.com', ['gmial.com'])).toBeUndefined();
    expect(nearMiss('abc.de', ['abd.de'])).toBe('abd.de');
    expect(nearMiss('ab.de', ['ac.de'])).toBeUndefined();
  });

  it('warns of none of its own domains', () => {
    expect([...mailDomains].filter((domain) => nearMiss(domain) !== undefined)).toEqual([]);
  });
});
