import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TabpostError } from '../../domain/failure.ts';
import type { Settings } from '../../domain/settings.ts';
import type { SettingsChange } from '../../entrypoints/options/form/form-schema.ts';
import { saveSettings } from '../../entrypoints/options/form/save-settings.ts';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../extension/background-port.ts', () => ({ background: { call } }));

const account = {
  name: '',
  email: 'a@acme.test',
  server: { host: 'smtp.acme.test', port: 465, security: 'ssl', authentication: 'password', login: 'a@acme.test' },
  sender: { name: '', address: 'a@acme.test' },
  replyTo: [],
  signature: '',
  fileNamePattern: '',
} satisfies SettingsChange['account'];
const change = (rest: Partial<SettingsChange> = {}): SettingsChange => ({
  account,
  disabled: [],
  severalRecipients: 'blind',
  password: '',
  passwordStore: 'keyring',
  ...rest,
});
const stored = async () => (await fakeBrowser.storage.local.get('settings')).settings as Settings | undefined;

describe('saveSettings', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    call.mockReset();
    vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
  });

  it('saves the password before the settings, and never into them', async () => {
    call.mockImplementation(async () => {
      expect(await stored()).toBeUndefined();
      return { store: 'keyring' };
    });
    expect(await saveSettings(change({ password: 'canary' }))).toMatchObject({ kind: 'saved', store: 'keyring' });
    expect(JSON.stringify(await stored())).not.toContain('canary');
  });

  it('saves nothing while an account has no password', async () => {
    call.mockResolvedValue({ saved: false });
    expect(await saveSettings(change())).toEqual({
      kind: 'password-needed',
      field: 'password',
      code: 'password-first',
    });
    expect(await stored()).toBeUndefined();
  });

  it('asks for the password again when the server changes', async () => {
    call.mockResolvedValueOnce({ store: 'keyring' });
    await saveSettings(change({ password: 'x' }));
    call.mockResolvedValue({ saved: false });
    const moved = change({ account: { ...account, server: { ...account.server, port: 587 } } });
    expect(await saveSettings(moved)).toMatchObject({ kind: 'password-needed', code: 'password-changed' });
    expect((await stored())?.profiles[0]?.server.port).toBe(465);
  });

  it.each([
    ['no-service', 'keyring-none'],
    ['locked', 'keyring-locked'],
    ['silent', 'keyring-silent'],
  ])(
    'a keyring that does not work (%s) saves nothing, puts the password nowhere else and asks',
    async (detail, code) => {
      call.mockRejectedValue(new TabpostError('keyring-unavailable', { detail }));
      const result = await saveSettings(change({ password: 'canary' }));
      expect(result).toEqual({ kind: 'password-needed', field: 'passwordStore', code });
      expect(call).toHaveBeenCalledOnce();
      expect(await stored()).toBeUndefined();
    },
  );

  it('keeps the choice of the place, and wants the password again when it is to move', async () => {
    call.mockResolvedValueOnce({ store: 'file' });
    await saveSettings(change({ password: 'x', passwordStore: 'file' }));
    expect((await stored())?.passwordStore).toBe('file');
    call.mockResolvedValue({ saved: true, store: 'file' });
    expect(await saveSettings(change({ passwordStore: 'file' }))).toMatchObject({ kind: 'saved' });
    expect(await saveSettings(change({ passwordStore: 'session' }))).toMatchObject({ code: 'password-moves' });
  });

  it('a password for one session only, gone by now, does not keep other settings from being saved', async () => {
    call.mockResolvedValueOnce({ store: 'session' });
    await saveSettings(change({ password: 'x', passwordStore: 'session' }));
    call.mockResolvedValue({ saved: false });
    const result = await saveSettings(change({ passwordStore: 'session', disabled: ['a@b.test'] }));
    expect(result).toMatchObject({ kind: 'saved', settings: { disabled: ['a@b.test'] } });
  });

  it('says plainly that the password was not saved when there is no companion', async () => {
    call.mockRejectedValue(new TabpostError('companion-missing'));
    const result = await saveSettings(change({ password: 'x' }));
    expect(result).toMatchObject({ kind: 'password-not-saved', failure: { code: 'companion-missing' } });
    expect((await stored())?.profiles).toHaveLength(1);
  });

  it('needs no companion for an account whose password is where it was', async () => {
    call.mockResolvedValueOnce({ store: 'keyring' });
    await saveSettings(change({ password: 'x' }));
    call.mockRejectedValue(new TabpostError('companion-missing'));
    expect(await saveSettings(change({ severalRecipients: 'visible' }))).toMatchObject({ kind: 'saved' });
    expect((await stored())?.profiles[0]?.id).toBeTruthy();
  });

  it('asks nobody about a password when none is used', async () => {
    const server = { ...account.server, authentication: 'none', login: '' } as const;
    expect(await saveSettings(change({ account: { ...account, server } }))).toMatchObject({ kind: 'saved' });
    expect(call).not.toHaveBeenCalled();
  });
});
