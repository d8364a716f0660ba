import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { managedItem } from '../../../extension/storage/managed.ts';
import { ownSettings, settingsItem } from '../../../extension/storage/settings.ts';
import { sampleSettings } from '../../domain/samples.ts';

const setPolicy = (policy: Record<string, unknown>) => fakeBrowser.storage.managed.set(policy);

describe('settings under a policy', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
    await fakeBrowser.storage.local.set({ settings: sampleSettings });
  });

  it('every reader gets what is managed; storage and files never hold it', async () => {
    await setPolicy({ disabled: ['*@rival.test'] });
    expect((await settingsItem.read()).disabled).toEqual(['*@rival.test']);
    const written = await settingsItem.update((settings) => ({ ...settings, undoSeconds: 1 }));
    expect(written).toMatchObject({ disabled: ['*@rival.test'], undoSeconds: 1 });
    expect(await ownSettings.read()).toEqual({ ...sampleSettings, undoSeconds: 1 });
  });

  it('a policy that cannot be read is not taken for none', async () => {
    await setPolicy({ disabled: ['***'] });
    await expect(settingsItem.read()).rejects.toMatchObject({ code: 'policy-invalid', detail: 'disabled.0' });
  });

  it('a browser without managed storage has no policy; any other trouble is told', async () => {
    const get = vi.spyOn(fakeBrowser.storage.managed, 'get');
    get.mockRejectedValueOnce(new Error('Managed storage manifest not found'));
    expect(await managedItem.read()).toEqual({});
    get.mockRejectedValueOnce(new Error('disk'));
    await expect(managedItem.read()).rejects.toThrow('disk');
    get.mockRestore();
  });

  it('a policy that changes is told to whoever watches the settings', async () => {
    const seen = new Promise<string[]>((resolve) => settingsItem.watch(({ disabled }) => resolve(disabled)));
    await setPolicy({ disabled: ['*@rival.test'] });
    expect(await seen).toEqual(['*@rival.test']);
  });
});
