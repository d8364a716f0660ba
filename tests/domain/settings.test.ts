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
