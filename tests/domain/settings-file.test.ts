import { describe, expect, it } from 'vitest';
import { settingsVersion } from '../../domain/settings.ts';
import { readableFields, settingsChanges } from '../../domain/settings-changes.ts';
import { lostRules, readSettingsFile, settingsFile } from '../../domain/settings-file.ts';
import version0 from '../fixtures/settings/version-0.json' with { type: 'json' };
import version2 from '../fixtures/settings/version-2.json' with { type: 'json' };
import { sampleProfile, sampleSettings } from './samples.ts';

const file = (settings: unknown, rest: object = {}) =>
  JSON.stringify({ format: 'tabpost-settings', settings, ...rest });
const account = (change: object) => ({ ...sampleSettings, profiles: [{ ...sampleProfile, ...change }] });
const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

describe('readSettingsFile', () => {
  it('reads what settingsFile wrote', () => {
    expect(readSettingsFile(settingsFile(sampleSettings))).toEqual(sampleSettings);
  });

  it('takes a byte order mark, and a file of an older version', () => {
    expect(readSettingsFile(`\ufeff${file(version0)}`)).toEqual(version2);
  });

  it.each<[string, string, string]>([
    ['no JSON', '{', 'json'],
    ['nothing', '', 'json'],
    ['another format', JSON.stringify(sampleSettings), 'format'],
    ['an unknown key beside the settings', file(sampleSettings, { more: 1 }), 'format'],
    ['an unknown key', file({ ...sampleSettings, polluted: 1 }), 'polluted'],
    [
      'an unknown key of a server',
      file(account({ server: { ...sampleProfile.server, rejectUnauthorized: false } })),
      'profiles.0.server.rejectUnauthorized',
    ],
    ['pollution', `{"format":"tabpost-settings","settings":{"version":1,"__proto__":{"a":1}}}`, 'key:__proto__'],
    ['pollution by the constructor', file({ ...sampleSettings, constructor: { prototype: {} } }), 'key:constructor'],
    ['a password', file(account({ password: 'Canary' })), 'password:password'],
    ['a password by another name', file({ ...sampleSettings, smtpPass: 'Canary' }), 'password:smtpPass'],
    [
      'a port that is none',
      file(account({ server: { ...sampleProfile.server, port: 65_536 } })),
      'profiles.0.server.port',
    ],
    [
      'a sender with a line end',
      file(account({ sender: { name: 'x\r\ny', address: 'a@b.test' } })),
      'profiles.0.sender.name',
    ],
    ['an unreadable rule', file({ ...sampleSettings, disabled: ['corp'] }), 'disabled.0'],
    ['no list of rules', file({ ...sampleSettings, disabled: undefined }), 'disabled'],
    ['depth', file(deep(40)), 'depth'],
    ['text instead of settings', file('x'), 'format'],
    ['size', 'x'.repeat(5_000_001), 'size'],
  ])('refuses %s and names it, never the value', (_case, text, detail) => {
    const refused = expect.objectContaining({ code: 'settings-file-refused', detail });
    expect(() => readSettingsFile(text)).toThrow(refused);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('says when the file is of a newer version', () => {
    const newer = expect.objectContaining({ code: 'storage-newer' });
    expect(() => readSettingsFile(file({ ...sampleSettings, version: settingsVersion + 1 }))).toThrow(newer);
  });
});

describe('lostRules', () => {
  it('compares rules in their normal form', () => {
    expect(lostRules(['*@a.test', '@B.test', 'c@d.test'], ['@a.test', '*@b.test'])).toEqual(['c@d.test']);
  });
});

describe('settingsChanges', () => {
  it('names every field that differs, and no id', () => {
    const after = {
      ...account({ id: 'other', server: { ...sampleProfile.server, port: 465 }, replyTo: [] }),
      severalRecipients: 'visible' as const,
    };
    expect(settingsChanges(sampleSettings, after)).toEqual([
      { path: 'profiles.0.server.port', before: '587', after: '465' },
      { path: 'profiles.0.replyTo', before: 'office@corp.test', after: undefined },
      { path: 'severalRecipients', before: 'blind', after: 'visible' },
    ]);
  });
});

it('settings of a newer version can be read, without certificates and the disabled list', () => {
  const newer = {
    version: 999,
    disabled: ['a@b.test'],
    profiles: [{ id: 'x', host: 'h', pem: 'x', later: { way: true } }],
  };
  expect(readableFields(newer)).toEqual([
    ['profiles.0.host', 'h'],
    ['profiles.0.later.way', 'true'],
  ]);
  expect(readableFields('no settings at all')).toEqual([]);
});
