import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptySettings } from '../../../domain/settings.ts';
import { damagedSettings, giveUpDamagedSettings, settingsItem } from '../../../extension/storage/settings.ts';
import { sampleSettings } from '../../domain/samples.ts';
import version0 from '../../fixtures/settings/version-0.json' with { type: 'json' };

const store = (settings: unknown) => fakeBrowser.storage.local.set({ settings });
const all = () => fakeBrowser.storage.local.get(null) as Promise<Record<string, unknown>>;
const kept = async () => Object.entries(await all()).filter(([key]) => key.startsWith('settings:'));

describe('settingsItem', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
  });

  it('has defaults when nothing is stored', async () => {
    expect(await settingsItem.read()).toEqual(emptySettings);
    expect(await damagedSettings.read()).toEqual([]);
  });

  it('a damaged field stays as it is in storage until something is saved; then the old value is kept', async () => {
    const damaged = { ...sampleSettings, severalRecipients: 'loud' };
    await store(damaged);
    expect(await damagedSettings.read()).toEqual(['severalRecipients']);
    expect((await all()).settings).toEqual(damaged);
    await settingsItem.update((settings) => ({ ...settings, disabled: ['a@b.test'] }));
    expect(await kept()).toEqual([[expect.stringMatching(/^settings:damaged-\d{4}-/), damaged]]);
    expect(await damagedSettings.read()).toEqual([]);
    expect(await settingsItem.read()).toEqual({ ...sampleSettings, disabled: ['a@b.test'] });
  });

  it('an older version is kept beside the migrated one', async () => {
    await store(version0);
    await settingsItem.update((settings) => settings);
    expect(await kept()).toEqual([[expect.stringMatching(/^settings:version-0-/), version0]]);
  });

  it('whole settings leave nothing behind', async () => {
    await store(sampleSettings);
    await settingsItem.update((settings) => settings);
    expect(Object.keys(await all())).toEqual(['settings']);
  });

  it.each([
    ['newer', { ...sampleSettings, version: 999 }, 'storage-newer'],
    ['unreadable', 'x', 'storage-damaged'],
  ])('%s settings are never overwritten by a change', async (_case, stored, code) => {
    await store(stored);
    await expect(settingsItem.update(() => emptySettings)).rejects.toMatchObject({ code });
    expect((await all()).settings).toEqual(stored);
  });

  it('only a person gives unreadable settings up, and even then they are kept; newer ones never', async () => {
    await store({ ...sampleSettings, disabled: ['corp', '*@ok.test'] });
    expect(await giveUpDamagedSettings()).toEqual({ ...sampleSettings, disabled: ['*@ok.test'] });
    expect(await kept()).toHaveLength(1);
    await store({ ...sampleSettings, version: 999 });
    await expect(giveUpDamagedSettings()).rejects.toMatchObject({ code: 'storage-newer' });
  });
});
