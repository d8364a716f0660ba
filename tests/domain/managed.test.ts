import { describe, expect, it } from 'vitest';
import { type Managed, managedHost, managedSchema, withManaged, withoutManaged } from '../../domain/managed.ts';
import { z } from '../../domain/schema.ts';
import type { Settings } from '../../domain/settings.ts';
import { sampleProfile, sampleSettings } from './samples.ts';

const pin = { sha256: Array(32).fill('AB').join(':'), pem: 'x' };
const managed: Managed = {
  server: { host: 'smtp.org.test', port: 465, security: 'ssl', pin },
  senders: ['org@org.test'],
  disabled: ['*@rival.test'],
  alwaysBcc: ['archive@org.test'],
  severalRecipients: 'each',
};
const own: Settings = { ...sampleSettings, disabled: ['me@own.test'], alwaysBcc: ['copy@own.test'] };

describe('withManaged', () => {
  it('every managed value wins, lists are added to, the rest is people’s own', () => {
    const settings = withManaged(own, managed);
    expect(settings).toMatchObject({
      severalRecipients: 'each',
      disabled: ['me@own.test', '*@rival.test'],
      alwaysBcc: ['copy@own.test', 'archive@org.test'],
      profiles: [
        {
          server: { host: 'smtp.org.test', port: 465, security: 'ssl', pin, login: 'accounts' },
          sender: { name: 'ACME s.r.o.', address: 'org@org.test' },
        },
      ],
    });
  });

  it('nothing managed changes nothing', () => {
    expect(withManaged(own, {})).toEqual(own);
    expect(withoutManaged(own, own, {})).toEqual(own);
  });

  it('a certificate that a person trusted does not count for the organisation’s server', () => {
    const pinned = { ...own, profiles: [{ ...sampleProfile, server: { ...sampleProfile.server, pin } }] };
    expect(withManaged(pinned, { server: { host: 'smtp.org.test' } }).profiles[0]?.server.pin).toBeUndefined();
    expect(withManaged(pinned, { server: { port: 25 } }).profiles[0]?.server.pin).toEqual(pin);
  });

  it('one of several allowed senders is a choice, another address is not', () => {
    const allowed = { senders: ['first@org.test', 'accounts@corp.test'] };
    expect(withManaged(own, allowed).profiles[0]?.sender.address).toBe('accounts@corp.test');
    expect(withManaged(own, { senders: ['first@org.test'] }).profiles[0]?.sender.address).toBe('first@org.test');
  });
});

describe('withoutManaged', () => {
  it('what is managed is not stored, people’s own part is as it was', () => {
    expect(withoutManaged(withManaged(own, managed), own, managed)).toEqual(own);
  });

  it('own changes are stored beside it', () => {
    const shown = withManaged(own, managed);
    const after = { ...shown, disabled: [...shown.disabled, 'new@own.test'], undoSeconds: 9 };
    expect(withoutManaged(after, own, managed)).toEqual({
      ...own,
      disabled: ['me@own.test', 'new@own.test'],
      undoSeconds: 9,
    });
  });

  it('a rule that is both own and managed stays own', () => {
    const both = { ...own, disabled: ['*@rival.test'] };
    expect(withoutManaged(withManaged(both, managed), both, managed).disabled).toEqual(['*@rival.test']);
  });

  it('a new account keeps no trace of the organisation’s server', () => {
    const fresh = withManaged({ ...own, profiles: [{ ...sampleProfile, id: 'new' }] }, managed);
    const stored = withoutManaged(fresh, own, managed);
    expect(stored.profiles[0]?.server).toMatchObject({ host: managedHost });
    expect(JSON.stringify(stored)).not.toContain('org.test');
    expect(withManaged(stored, managed).profiles[0]?.server).toEqual(fresh.profiles[0]?.server);
  });
});

describe('managedSchema', () => {
  it.each([
    { server: { host: 'a b' } },
    { server: { port: 0 } },
    { server: { security: 'loud' } },
    { server: { pin: { sha256: 'x', pem: '' } } },
    { senders: [] },
    { senders: ['nobody'] },
    { disabled: ['***'] },
    { alwaysBcc: ['x'] },
    { password: 'x' },
  ])('%j is not taken for nothing', (policy) => {
    expect(z.safeParse(managedSchema, policy).success).toBe(false);
  });
});
