import { type HealedSettings, healSettings } from '../../domain/heal-settings.ts';
import { withManaged, withoutManaged } from '../../domain/managed.ts';
import { emptySettings, type Settings, settingsVersion } from '../../domain/settings.ts';
import { managedItem } from './managed.ts';
import { newestRead } from './newest-read.ts';
import { readItem, type StoredItem } from './stored-item.ts';

const place = { area: 'local', key: 'settings' } as const;

/** People's own settings as they are stored, without what their organisation set: for a file that goes to another computer. */
export const ownSettings: StoredItem<Settings> = readItem({
  ...place,
  parse: (stored) => healed(stored).settings,
  keep: (stored) => backup(stored),
});

/**
 * Everything the options page keeps, with what the organisation set on top: the settings every reader goes by.
 * Survives the browser; never holds a secret. What is managed wins when it is read and is never stored.
 */
export const settingsItem: StoredItem<Settings> = {
  read: async () => withManaged(await ownSettings.read(), await managedItem.read()),
  async update(change) {
    const managed = await managedItem.read();
    const own = await ownSettings.update((before) =>
      withoutManaged(change(withManaged(before, managed)), before, managed),
    );
    return withManaged(own, managed);
  },
  watch(changed) {
    const { look, stop } = newestRead(settingsItem.read, changed);
    const stops = [ownSettings.watch(look), managedItem.watch(look), stop];
    return () => {
      for (const each of stops) each();
    };
  },
};

/** What is stored, whoever wrote it: only to be looked at. */
export const storedSettings: Pick<StoredItem<unknown>, 'read' | 'watch'> = readItem({
  ...place,
  parse: (stored) => stored,
});

/** The names of the fields that cannot be read and stand at their defaults, until something is saved. */
export const damagedSettings: Pick<StoredItem<string[]>, 'read' | 'watch'> = readItem({
  ...place,
  parse: (stored) => healed(stored).damaged,
});

/**
 * For settings that cannot be read at all, when a person decides so: keeps what can be read, and the old value beside it.
 * @throws TabpostError `storage-newer`
 */
export function giveUpDamagedSettings(): Promise<Settings> {
  const reading = readItem({
    ...place,
    parse: (stored) => healed(stored, true).settings,
    keep: (stored) => backup(stored, true),
  });
  return reading.update((settings) => settings);
}

function healed(stored: unknown, giveUp = false): HealedSettings {
  return stored === undefined ? { settings: emptySettings, damaged: [] } : healSettings(stored, giveUp);
}

/** What the next write would lose, under a name of its own. */
function backup(stored: unknown, giveUp = false): Record<string, unknown> {
  if (stored === undefined) return {};
  if (healSettings(stored, giveUp).damaged.length > 0 || giveUp) return { [`settings:damaged-${stamp()}`]: stored };
  const { version } = stored as { version: number };
  return version === settingsVersion ? {} : { [`settings:version-${version}-${stamp()}`]: stored };
}

function stamp(): string {
  return new Date().toISOString();
}
