import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TabpostError } from '../../domain/failure.ts';
import type { Profile } from '../../domain/profile.ts';
import { emptySettings, type Settings } from '../../domain/settings.ts';
import type { SettingsChange } from '../../entrypoints/options/form/form-schema.ts';
import { saveSettings } from '../../entrypoints/options/form/save-settings.ts';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../extension/background-port.ts', () => ({ background: { call } }));

const account: Profile = {
  id: 'one',
  name: '',
  email: 'a@acme.test',
  server: { host: 'smtp.acme.test', port: 465, security: 'ssl', authentication: 'password', login: 'a@acme.test' },
  sender: { name: '', address: 'a@acme.test' },
  replyTo: [],
  signature: '',
  fileNamePattern: '',
};
const other: Profile = { ...account, id: 'two', server: { ...account.server, login: 'b@acme.test' } };
const change = (rest: Partial<SettingsChange['settings']> = {}, passwords: Record<string, string> = {}) => ({
  settings: {
    profiles: [account],
    disabled: [],
    disabledNotes: {},
    alwaysBcc: [],
    sidePanel: false,
    autoStore: true,
    severalRecipients: 'blind' as const,
    passwordStore: 'keyring' as const,
    undoSeconds: 5,
    notify: true,
    retentionDays: 365,
    ...rest,
  },
  passwords,
});
const nothing = change({ profiles: [] });
const stored = async () => (await fakeBrowser.storage.local.get('settings')).settings as Settings | undefined;
/** Saves as the form would that was filled with what is stored. */
async function save({ settings, passwords }: SettingsChange) {
  const now = await stored();
  return saveSettings(now ? change({ ...now }) : nothing, { settings, passwords });
}
const asked = (name: string) => call.mock.calls.filter(([called]) => called === name).map(([, request]) => request);

beforeEach(() => {
  fakeBrowser.reset();
  call.mockReset();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
});

describe('saveSettings and the password', () => {
  it('saves the password before the settings, and never into them', async () => {
    call.mockImplementation(async () => {
      expect(await stored()).toBeUndefined();
      return { store: 'keyring' };
    });
    expect(await save(change({}, { one: 'canary' }))).toMatchObject({ kind: 'saved', store: 'keyring' });
    expect(JSON.stringify(await stored())).not.toContain('canary');
  });

  it('saves nothing while an account has no password', async () => {
    call.mockResolvedValue({ saved: false });
    const needed = { kind: 'password-needed', field: 'password', account: 'one', code: 'password-first' };
    expect(await save(change())).toEqual(needed);
    expect(await stored()).toBeUndefined();
  });

  it('an account without a password keeps the typed one of another from being saved', async () => {
    call.mockResolvedValue({ saved: false });
    const result = await save(change({ profiles: [account, other] }, { one: 'x' }));
    expect(result).toMatchObject({ field: 'password', account: 'two', code: 'password-first' });
    expect(asked('saveSecret')).toEqual([]);
  });

  it('asks for the password again when the server changes', async () => {
    call.mockResolvedValueOnce({ store: 'keyring' });
    await save(change({}, { one: 'x' }));
    call.mockResolvedValue({ saved: false });
    const moved = { ...account, server: { ...account.server, port: 587 } };
    expect(await save(change({ profiles: [moved] }))).toMatchObject({ code: 'password-changed' });
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
      const result = await save(change({}, { one: 'canary' }));
      expect(result).toEqual({ kind: 'password-needed', field: 'passwordStore', code });
      expect(call).toHaveBeenCalledOnce();
      expect(await stored()).toBeUndefined();
    },
  );

  it('keeps the choice of the place, and wants the password again when it is to move', async () => {
    call.mockResolvedValueOnce({ store: 'file' });
    await save(change({ passwordStore: 'file' }, { one: 'x' }));
    expect((await stored())?.passwordStore).toBe('file');
    call.mockResolvedValue({ saved: true, store: 'file' });
    expect(await save(change({ passwordStore: 'file' }))).toMatchObject({ kind: 'saved' });
    expect(await save(change({ passwordStore: 'session' }))).toMatchObject({ code: 'password-moves' });
  });

  it('a password for one session only, gone by now, does not keep other settings from being saved', async () => {
    call.mockResolvedValueOnce({ store: 'session' });
    await save(change({ passwordStore: 'session' }, { one: 'x' }));
    call.mockResolvedValue({ saved: false });
    const result = await save(change({ passwordStore: 'session', disabled: ['a@b.test'] }));
    expect(result).toMatchObject({ kind: 'saved', settings: { disabled: ['a@b.test'] } });
  });

  it('says plainly that the password was not saved when there is no companion', async () => {
    call.mockRejectedValue(new TabpostError('companion-missing'));
    const result = await save(change({}, { one: 'x' }));
    expect(result).toMatchObject({ kind: 'password-not-saved', failure: { code: 'companion-missing' } });
    expect((await stored())?.profiles).toHaveLength(1);
  });

  it('needs no companion for an account whose password is where it was', async () => {
    call.mockResolvedValueOnce({ store: 'keyring' });
    await save(change({}, { one: 'x' }));
    call.mockRejectedValue(new TabpostError('companion-missing'));
    expect(await save(change({ severalRecipients: 'visible' }))).toMatchObject({ kind: 'saved' });
  });

  it('asks nobody about a password when none is used', async () => {
    const server = { ...account.server, authentication: 'none', login: '' } as const;
    expect(await save(change({ profiles: [{ ...account, server }] }))).toMatchObject({ kind: 'saved' });
    expect(call).not.toHaveBeenCalled();
  });
});

describe('saveSettings and the IMAP server for copies', () => {
  const sentCopy = { host: 'imap.acme.test', port: 993, security: 'ssl' } as const;
  const copying = { ...account, sentCopy };
  const named = { copyServer: { host: 'imap.acme.test', port: 993 } };
  /** The companion has the password, for no IMAP server. */
  const unconfirmed = { saved: true, store: 'keyring', confirmed: false };
  const needed = { kind: 'password-needed', account: 'one', field: 'password', code: 'password-copies' };

  beforeEach(async () => {
    call.mockResolvedValue({ store: 'keyring' });
    await save(change({}, { one: 'x' }));
    call.mockReset().mockResolvedValue(unconfirmed);
  });

  it('names it with the typed password', async () => {
    expect(await save(change({ profiles: [copying] }, { one: 'x' }))).toMatchObject({ kind: 'saved' });
    expect(asked('saveSecret')).toMatchObject([named]);
  });

  it.each<[string, Profile]>([
    ['a copy is switched on', copying],
    ['its host changes', { ...account, sentCopy: { ...sentCopy, host: 'evil.test' } }],
    ['its port changes', { ...account, sentCopy: { ...sentCopy, port: 1993 } }],
  ])('asks for the password again when %s, and saves nothing before', async (_name, changed) => {
    const before = changed === copying ? account : copying;
    await fakeBrowser.storage.local.set({ settings: { ...emptySettings, ...change().settings, profiles: [before] } });
    expect(await save(change({ profiles: [changed] }))).toEqual(needed);
    expect((await stored())?.profiles).toEqual([before]);
    call.mockResolvedValue({ ...unconfirmed, confirmed: true });
    expect(await save(change({ profiles: [changed] }))).toMatchObject({ kind: 'saved' });
  });

  it('one that was there before, or imported, keeps nobody from changing other settings', async () => {
    await fakeBrowser.storage.local.set({ settings: { ...emptySettings, ...change().settings, profiles: [copying] } });
    const result = await save(change({ profiles: [{ ...copying, signature: 'Ann' }] }));
    expect(result).toMatchObject({ kind: 'saved' });
    expect(asked('hasSecret')).toMatchObject([named]);
  });

  it('asks for none where the provider files the copies', async () => {
    const server = { ...account.server, host: 'smtp.gmail.com' };
    await save(change({ profiles: [{ ...copying, server }] }, { one: 'x' }));
    expect(asked('saveSecret')[0]).not.toHaveProperty('copyServer');
  });
});

describe('saveSettings and old passwords', () => {
  const owner = ({ server: { host, port, login } }: Profile) => ({ host, port, login });
  beforeEach(async () => {
    call.mockResolvedValue({ saved: true, store: 'keyring' });
    await save(change({ profiles: [account, other] }, { one: 'x', two: 'y' }));
    call.mockClear();
  });

  it('takes away the one of an account that was removed', async () => {
    await save(change({ profiles: [account] }));
    expect(asked('dropSecret')).toEqual([{ owner: owner(other) }]);
  });

  it('takes away the one of a server or login that was changed', async () => {
    const moved = { ...other, server: { ...other.server, port: 587 } };
    await save(change({ profiles: [account, moved] }, { two: 'y' }));
    expect(asked('dropSecret')).toEqual([{ owner: owner(other) }]);
  });

  it('never takes away one that another account still uses', async () => {
    const twin = { ...other, id: 'three' };
    await save(change({ profiles: [account, other, twin] }));
    await save(change({ profiles: [account, twin] }));
    expect(asked('dropSecret')).toEqual([]);
  });

  it('says so when it could not be taken away; the settings are saved all the same', async () => {
    call.mockImplementation(async (name: string) => {
      if (name === 'dropSecret') throw new TabpostError('companion-missing');
      return { saved: true, store: 'keyring' };
    });
    expect(await save(change({ profiles: [account] }))).toMatchObject({
      kind: 'password-left',
      settings: { profiles: [account] },
      failure: { code: 'companion-missing' },
    });
  });
});

describe('an options page that was open while another window saved', () => {
  beforeEach(() => call.mockResolvedValue({ saved: true, store: 'keyring' }));

  it('writes only what was changed in it', async () => {
    const base = change({ disabled: ['old@x.test', 'gone@x.test'] });
    await fakeBrowser.storage.local.set({
      settings: { ...emptySettings, profiles: [account], disabled: ['old@x.test', 'new@x.test'], undoSeconds: 9 },
    });
    const mine = change({ disabled: ['old@x.test', 'gone@x.test', 'mine@x.test'], severalRecipients: 'visible' });
    await saveSettings(base, mine);
    expect(await stored()).toMatchObject({
      disabled: ['old@x.test', 'new@x.test', 'mine@x.test'],
      severalRecipients: 'visible',
      undoSeconds: 9,
    });
  });

  it('keeps the changes of both to different accounts and fields, and never mixes two servers', async () => {
    const theirs = { ...account, signature: 'Theirs', server: { ...account.server, host: 'new.acme.test', port: 587 } };
    await fakeBrowser.storage.local.set({ settings: { ...emptySettings, profiles: [theirs, other] } });
    const mine = { ...account, sender: { name: 'Mine', address: 'a@acme.test' } };
    await saveSettings(change(), change({ profiles: [mine] }));
    expect((await stored())?.profiles).toEqual([{ ...theirs, sender: mine.sender }, other]);
    const elsewhere = { ...mine, server: { ...account.server, port: 2525 } };
    await saveSettings(change({ profiles: [mine] }), change({ profiles: [elsewhere] }));
    expect((await stored())?.profiles[0]?.server).toEqual(elsewhere.server);
  });
});
