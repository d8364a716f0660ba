import { TabpostError } from './failure.ts';
import { settingsVersion } from './settings.ts';

type Stored = Record<string, unknown>;

/** From each version to the next. A row is never changed once it was released; its fixture keeps it tested. */
const migrations: Record<number, (old: Stored) => Stored> = {
  // Version 0, before the first release, held one account and a plain switch for blind copies.
  0: ({ profile, blind, ...rest }) => ({
    ...rest,
    profiles: profile === undefined ? [] : [profile],
    severalRecipients: blind === false ? 'visible' : 'blind',
  }),
  1: ({ profiles, ...rest }) => ({
    ...rest,
    profiles: Array.isArray(profiles) ? profiles.map(withSignature) : profiles,
    disabledNotes: {},
    alwaysBcc: [],
    autoStore: true,
    undoSeconds: 5,
    notify: true,
    retentionDays: 365,
    sidePanel: false,
  }),
};

function withSignature(profile: unknown): unknown {
  if (typeof profile !== 'object' || profile === null) return profile;
  return { ...profile, signature: '', fileNamePattern: '' };
}

/**
 * Brings stored settings to the version of this build, one version after the other.
 * @throws TabpostError `storage-newer`; `storage-damaged` when it is no settings object
 */
export function migrate(stored: unknown): Stored {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) throw damaged();
  let settings = stored as Stored;
  const { version } = settings;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) throw damaged();
  if (version > settingsVersion) throw new TabpostError('storage-newer', { detail: 'settings' });
  for (let from = version; from < settingsVersion; from++) {
    const step = migrations[from];
    if (!step) throw damaged();
    settings = { ...step(settings), version: from + 1 };
  }
  return settings;
}

function damaged(): TabpostError {
  return new TabpostError('storage-damaged', { detail: 'settings' });
}
