import { describe, expect, it } from 'vitest';
import { healSettings } from '../../domain/heal-settings.ts';
import { settingsVersion } from '../../domain/settings.ts';
import version0 from '../fixtures/settings/version-0.json' with { type: 'json' };
import version1 from '../fixtures/settings/version-1.json' with { type: 'json' };
import version2 from '../fixtures/settings/version-2.json' with { type: 'json' };
import { sampleProfile, sampleSettings } from './samples.ts';

const { server, sender } = sampleProfile;
const account = (change: object) => ({ profiles: [{ ...sampleProfile, ...change }] });

describe('healSettings', () => {
  it.each<[string, object, object, string[]]>([
    ['accounts', { profiles: 'x' }, { profiles: [] }, ['profiles']],
    ['a port', account({ server: { ...server, port: -1 } }), account({}), ['profiles.0.server.port']],
    [
      'a security: never the weaker one',
      account({ server: { ...server, security: 'maybe' } }),
      account({ server: { ...server, security: 'ssl' } }),
      ['profiles.0.server.security'],
    ],
    ['a pin', account({ server: { ...server, pin: 'all' } }), account({}), ['profiles.0.server.pin']],
    [
      'a raw TLS option',
      account({ server: { ...server, rejectUnauthorized: false } }),
      account({}),
      ['profiles.0.server.rejectUnauthorized'],
    ],
    [
      'a sender name with a line end',
      account({ sender: { ...sender, name: 'x\r\ny' } }),
      account({ sender: { ...sender, name: '' } }),
      ['profiles.0.sender.name'],
    ],
    [
      'one of two reply addresses',
      account({ replyTo: ['x: ;', 'office@corp.test'] }),
      account({}),
      ['profiles.0.replyTo'],
    ],
    [
      'an account without server',
      account({ server: { ...server, host: '' } }),
      { profiles: [] },
      ['profiles.0.server.host', 'profiles.0.server', 'profiles.0'],
    ],
    [
      'one of two accounts',
      { profiles: [7, sampleProfile] },
      account({}),
      ['profiles.0.server.host', 'profiles.0.server.login'],
    ],
    ['the choice for several recipients', { severalRecipients: 'loud' }, {}, ['severalRecipients']],
    ['a time to undo that is no number', { undoSeconds: 'x' }, {}, ['undoSeconds']],
    ['a note that is no text', { disabledNotes: { 'a@b.test': 7 } }, {}, ['disabledNotes']],
    ['the place of passwords', { passwordStore: 'cloud' }, {}, ['passwordStore']],
    ['a field nobody knows', { polluted: 1 }, {}, ['polluted']],
  ])('%s: falls back by itself and is named', (_case, damage, healed, named) => {
    const { settings, damaged } = healSettings({ ...sampleSettings, ...damage });
    expect(settings).toEqual({ ...sampleSettings, ...healed });
    expect(damaged).toEqual(expect.arrayContaining(named));
  });

  it('names nothing in whole settings', () => {
    expect(healSettings(sampleSettings)).toEqual({ settings: sampleSettings, damaged: [] });
  });

  it.each<[string, object]>([
    ['an unreadable rule', { disabled: ['corp.test', '*@ok.test'] }],
    ['no list at all', { disabled: undefined }],
    ['a list that is text', { disabled: 'a@b.test' }],
  ])('the disabled list never shrinks unseen: %s is an error until a person gives it up', (_case, damage) => {
    const stored = { ...sampleSettings, ...damage };
    expect(() => healSettings(stored)).toThrow(expect.objectContaining({ code: 'storage-damaged' }));
    const { settings, damaged } = healSettings(stored, true);
    expect(damaged).toEqual(['disabled']);
    expect(settings.profiles).toEqual(sampleSettings.profiles);
    expect(settings.disabled).toEqual(Array.isArray(stored.disabled) && stored.disabled.length ? ['*@ok.test'] : []);
  });

  it.each(['x', null, 7, [], { version: '1' }, { version: 0.5 }, { version: -1 }, {}])(
    '%j is no settings: an error, and defaults when a person gives them up',
    (stored) => {
      expect(() => healSettings(stored)).toThrow(expect.objectContaining({ code: 'storage-damaged' }));
      expect(healSettings(stored, true).settings.profiles).toEqual([]);
    },
  );

  it.each([false, true])('settings of a newer version are never read as ours (give up: %s)', (giveUp) => {
    expect(() => healSettings({ ...sampleSettings, version: 999 }, giveUp)).toThrow(
      expect.objectContaining({ code: 'storage-newer' }),
    );
  });

  it.each([
    [0, version0],
    [1, version1],
    [2, version2],
  ])('version %i becomes the current one, nothing lost', (version, fixture) => {
    expect(fixture.version).toBe(version);
    expect(healSettings(fixture)).toEqual({ settings: version2, damaged: [] });
  });

  it('there is a fixture for the current version', () => {
    expect(version2.version).toBe(settingsVersion);
  });
});
