import { emptySettings, type Settings, settingsSchema } from '../../domain/settings.ts';
import { type StoredItem, storedItem } from './stored-item.ts';

/** Everything the options page keeps. Survives the browser; never holds a secret. */
export const settingsItem: StoredItem<Settings> = storedItem({
  area: 'local',
  key: 'settings',
  schema: settingsSchema,
  fallback: emptySettings,
});
