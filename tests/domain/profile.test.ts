import { describe, expect, it } from 'vitest';
import { hostSchema, profileSchema, secretKey, serverSchema } from '../../domain/profile.ts';
import { z } from '../../domain/schema.ts';
import { badInputs } from './bad-inputs.ts';
import { sampleProfile } from './samples.ts';

const server = sampleProfile.server;

/** Fields of the fixture that are fields of our server; its other rows belong to the companion or to the pages. */
const rows = badInputs('settings').flatMap(({ input, ...row }) => {
  const { host, port, user } = input as { host?: unknown; port?: unknown; user?: unknown };
  const changes = {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { login: user }),
  };
  return Object.keys(changes).length > 0 ? [{ ...row, changes }] : [];
});

describe('serverSchema', () => {
  it.each(rows)('$expect $changes: $why', ({ changes, expect: verdict }) => {
    expect(z.safeParse(serverSchema, { ...server, ...changes }).success).toBe(verdict !== 'reject');
  });

  it.each<[string, object]>([
    ['an unknown security', { security: 'maybe' }],
    ['raw TLS options', { rejectUnauthorized: false }],
    ['another unknown field', { polluted: 1 }],
    ['a port with a fraction', { port: 25.5 }],
    ['port 0', { port: 0 }],
    ['a password', { password: 'secret' }],
    ['a fingerprint of another hash', { pin: { sha256: 'AB:CD', pem: '' } }],
    ['a login with a lone surrogate', { login: 'a\ud800' }],
  ])('refuses %s', (_case, changes) => {
    expect(z.safeParse(serverSchema, { ...server, ...changes }).success).toBe(false);
  });
});

describe('hostSchema', () => {
  it.each([
    ['mail.corp.test ', 'mail.corp.test'],
    ['10.0.0.5', '10.0.0.5'],
    ['localhost', 'localhost'],
    ['Mail.MÜNCHEN.test', 'mail.xn--mnchen-3ya.test'],
    ['mail.cоrp.test', 'mail.xn--crp-sed.test'],
  ])('%j -> %s', (text, host) => {
    expect(z.parse(hostSchema, text)).toBe(host);
  });

  it.each([
    '',
    ' ',
    '10.0.0',
    '256.0.0.1',
    '0x7f.1',
    '010.0.0.1',
    '1.2.3.4.',
    '::1',
    '[::1]',
    'a..b',
    'mail.corp.test.',
    '-a.test',
  ])('refuses %j', (text) => {
    expect(z.safeParse(hostSchema, text).success).toBe(false);
  });
});

describe('profileSchema', () => {
  it('takes a whole profile', () => {
    expect(z.parse(profileSchema, sampleProfile)).toEqual(sampleProfile);
  });

  it.each<[string, object]>([
    ['a sender name with a line end', { sender: { name: 'x\r\ny', address: 'a@b.test' } }],
    ['a sender name that is an address', { sender: { name: 'boss@corp.test', address: 'a@b.test' } }],
    ['a group as reply address', { replyTo: ['x: ;'] }],
    ['eleven reply addresses', { replyTo: Array.from({ length: 11 }, (_, at) => `a${at}@b.test`) }],
    ['an unknown field', { polluted: 1 }],
  ])('refuses %s', (_case, changes) => {
    expect(z.safeParse(profileSchema, { ...sampleProfile, ...changes }).success).toBe(false);
  });
});

describe('secretKey', () => {
  it.each([
    ['server', { host: 'other.corp.test' }],
    ['port', { port: 465 }],
    ['login', { login: 'boss' }],
  ])('another %s has another password', (_part, change) => {
    expect(secretKey({ ...server, ...change })).not.toBe(secretKey(server));
  });
});
