import { describe, expect, it } from 'vitest';
import { mismatch, recommendedPort } from '../../domain/ports.ts';

describe('recommendedPort', () => {
  it.each([
    ['mail.corp.test', 'ssl', 465, 'ssl'],
    ['mail.corp.test', 'tls', 587, 'tls'],
    ['mail.corp.test', 'none', 25, 'none'],
    ['', 'tls', 587, 'tls'],
    ['smtp.gmail.com', 'ssl', 465, 'ssl'],
    ['SMTP.gmail.com ', 'tls', 587, 'tls'],
    ['smtp.gmail.com', 'none', 465, 'ssl'],
    ['smtp.office365.com', 'ssl', 587, 'tls'],
    ['ssl0.ovh.net', 'tls', 465, 'ssl'],
  ] as const)('%s with %s: %i %s', (host, security, port, chosen) => {
    expect(recommendedPort({ host, security })).toEqual({ port, security: chosen });
  });
});

describe('mismatch', () => {
  it.each([
    [465, 'tls', 'ssl'],
    [465, 'none', 'ssl'],
    [465, 'ssl', undefined],
    [587, 'ssl', 'tls'],
    [587, 'tls', undefined],
    [587, 'none', undefined],
    [25, 'none', undefined],
    [6000, 'ssl', undefined],
  ] as const)('%i with %s goes better with %s', (port, security, better) => {
    expect(mismatch(port, security)).toBe(better);
  });
});
