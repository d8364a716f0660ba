import { describe, expect, it } from 'vitest';
import { presetFor } from '../../domain/presets.ts';
import { hostSchema } from '../../domain/profile.ts';
import { providers } from '../../domain/providers.ts';
import { z } from '../../domain/schema.ts';

describe('presetFor', () => {
  it.each([
    ['somebody@gmail.com', 'smtp.gmail.com'],
    [' Somebody@GoogleMail.com ', 'smtp.gmail.com'],
    ['smtp.gmail.com', 'smtp.gmail.com'],
    ['SMTP.GMAIL.COM.', 'smtp.gmail.com'],
    ['a@web.de', 'smtp.web.de'],
    ['a@corp.test', undefined],
    ['mail.corp.test', undefined],
    ['a@gmail', undefined],
    ['@gmail.com', undefined],
    ['a@b@gmail.com', undefined],
    ['', undefined],
  ])('%j -> %s', (text, host) => {
    expect(presetFor(text)?.host).toBe(host);
  });
});

describe('providers', () => {
  it.each(providers.map((provider) => [provider.name, provider] as const))(
    '%s: a plain host and sane ports',
    (_name, provider) => {
      expect(z.parse(hostSchema, provider.host)).toBe(provider.host);
      const ways = [provider, ...(provider.alternative ? [provider.alternative] : [])];
      for (const { port, security } of ways) expect(`${security}:${port}`).toMatch(/^(ssl:465|tls:587)$/);
      if (provider.helpUrl) expect(provider.helpUrl).toMatch(/^https:\/\//);
    },
  );

  it.each([
    ['host', providers.map(({ host }) => host)],
    ['domain', providers.flatMap(({ domains }) => domains)],
  ])('no %s stands twice: the second row could never be found', (_what, values) => {
    expect(values).toEqual([...new Set(values)]);
  });
});
