import { describe, expect, it } from 'vitest';
import { z } from '../../domain/schema.ts';
import { activeProfile, emptySettings, settingsSchema } from '../../domain/settings.ts';
import { sampleProfile, sampleSettings } from './samples.ts';

describe('settingsSchema', () => {
  it.each([
    ['empty settings', emptySettings],
    ['whole settings', { ...sampleSettings, disabled: ['a@b.test', '*@b.test', '@c.test', '*.d.test'] }],
  ])('keeps %s as they are', (_case, settings) => {
    expect(z.parse(settingsSchema, settings)).toEqual(settings);
  });

  it.each<[string, object, object]>([
    ['accounts', { profiles: 'x' }, { profiles: [] }],
    ['a port of an account', { profiles: [{ ...sampleProfile, server: { port: -1 } }] }, { profiles: [] }],
    ['the choice for several recipients', { severalRecipients: 'loud' }, { severalRecipients: 'blind' }],
  ])('a damaged field falls back by itself: %s', (_case, damage, healed) => {
    expect(z.parse(settingsSchema, { ...sampleSettings, ...damage })).toEqual({ ...sampleSettings, ...healed });
  });

  it.each<[string, object]>([
    ['an unreadable rule', { disabled: ['corp.test'] }],
    ['no list at all', { disabled: undefined }],
    ['a list that is text', { disabled: 'a@b.test' }],
  ])('a damaged disabled list is an error, never an empty list: %s', (_case, damage) => {
    expect(z.safeParse(settingsSchema, { ...sampleSettings, ...damage }).success).toBe(false);
  });

  it.each([999, 0, '1', undefined])('version %j is not read as ours', (version) => {
    expect(z.safeParse(settingsSchema, { ...sampleSettings, version }).success).toBe(false);
  });
});

describe('activeProfile', () => {
  it('is the first account, or none', () => {
    expect(activeProfile(sampleSettings)).toBe(sampleProfile);
    expect(activeProfile(emptySettings)).toBeUndefined();
  });
});
