import { describe, expect, it } from 'vitest';
import { type Preset, presetFor, presetForExchanger } from '../../domain/presets.ts';
import { hostSchema } from '../../domain/profile.ts';
import { providers } from '../../domain/providers.ts';
import { z } from '../../domain/schema.ts';

describe('presetFor', () => {
  it.each([
    ['somebody@gmail.com', 'smtp.gmail.com'],
    [' Somebody@GoogleMail.com ', 'smtp.gmail.com'],
    ['smtp.gmail.com', 'smtp.gmail.com'],
    ['SMTP.GMAIL.COM.', 'smtp.gmail.com'],
    ['smtp.googlemail.com', 'smtp.gmail.com'],
    ['smtppro.zoho.eu', 'smtp.zoho.eu'],
    ['a@web.de', 'smtp.web.de'],
    ['a@yahoo.com.br', 'smtp.mail.yahoo.com'],
    ['a@yahoo.co.jp', 'smtp.mail.yahoo.co.jp'],
    ['a@live.nl', 'smtp-mail.outlook.com'],
    ['a@zohomail.com.au', 'smtp.zoho.com.au'],
    ['a@proton.me', '127.0.0.1'],
    ['127.0.0.1', undefined],
    ['a@corp.test', undefined],
    ['mail.corp.test', undefined],
    ['a@gmail', undefined],
    ['@gmail.com', undefined],
    ['a@b@gmail.com', undefined],
    ['', undefined],
  ])('%j -> %s', (text, host) => {
    expect(presetFor(text)?.host).toBe(host);
  });

  it.each([
    ['Microsoft 365', 'smtp.office365.com', [{ id: 'password-ends', date: '2026-12-31' }]],
    ['Outlook.com', 'a@hotmail.com', [{ id: 'oauth-only', date: '2024-09-16' }]],
    ['Zoho', 'smtp.zoho.in', [{ id: 'region' }]],
    ['GMX', 'a@gmx.de', [{ id: 'smtp-off' }]],
    ['Gmail', 'a@gmail.com', undefined],
  ])('%s has its notes', (_name, text, notes) => {
    expect(presetFor(text)?.notes).toEqual(notes);
  });
});

describe('presetForExchanger', () => {
  it.each([
    ['aspmx.l.google.com', 'Gmail'],
    ['SMTP.google.com.', 'Gmail'],
    ['corp-test.mail.protection.outlook.com', 'Microsoft 365'],
    ['corp-test.a-v1.mx.microsoft', 'Microsoft 365'],
    ['outlook-com.olc.protection.outlook.com', 'Outlook.com'],
    ['mx.zoho.eu', 'Zoho EU'],
    ['in1-smtp.messagingengine.com', 'Fastmail'],
    ['smtpin.rzone.de', 'STRATO'],
    ['mx00.kundenserver.de', 'IONOS'],
    ['mail.protonmail.ch', 'Proton Mail for business'],
    ['google.com.evil.test', undefined],
    ['evilgoogle.com', undefined],
    ['mail.corp.test', undefined],
    ['', undefined],
  ])('%j is of %s', (exchanger, name) => {
    expect(presetForExchanger(exchanger)?.name).toBe(name);
  });
});

function waysOf({ alternative, ...provider }: Preset) {
  return alternative ? [provider, alternative] : [provider];
}

describe('providers', () => {
  it('are 60 or more', () => {
    expect(providers.length).toBeGreaterThanOrEqual(60);
  });

  it.each(providers.map((provider) => [provider.name, provider] as const))(
    '%s: plain hosts and sane ports',
    (_name, provider) => {
      const { host, aliases = [], hostForOwnDomains = host } = provider;
      for (const name of [host, hostForOwnDomains, ...aliases]) expect(z.parse(hostSchema, name)).toBe(name);
      const usual = host === '127.0.0.1' ? /^tls:1025$/ : /^(ssl:465|tls:587)$/;
      for (const { port, security } of waysOf(provider)) expect(`${security}:${port}`).toMatch(usual);
      if (provider.helpUrl) expect(provider.helpUrl).toMatch(/^https:\/\//);
      for (const { date } of provider.notes ?? []) if (date) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    },
  );

  it.each([
    ['host', providers.flatMap(({ host, aliases = [] }) => [host, ...aliases])],
    ['domain', providers.flatMap(({ domains }) => domains)],
    ['exchanger', providers.flatMap(({ mx = [] }) => mx)],
  ])('no %s stands twice: the second row could never be found', (_what, values) => {
    expect(values).toEqual([...new Set(values)]);
  });
});
