import { emptySettings, type Settings } from './settings.ts';

/** A field that differs, as a path such as `profiles.0.server.host`; undefined where there is none. */
export type SettingsDifference = { path: string; before: string | undefined; after: string | undefined };

/** What importing `after` would change; lists of rules are compared as a whole elsewhere. */
export function settingsChanges(before: Settings, after: Settings): SettingsDifference[] {
  const [old, fresh] = [leaves(before), leaves(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((path) => old.get(path) !== fresh.get(path))
    .map((path) => ({ path, before: old.get(path), after: fresh.get(path) }));
}

/** Every field of stored settings of whatever version as a text, by its path. */
export function readableFields(stored: unknown): [string, string][] {
  return leavesBelow(stored, '').filter(([path]) => path !== '');
}

/** The id is nobody's business, and a certificate's text is told by its fingerprint. */
const hidden = /(?:^|\.)(?:id|pem|version|disabled)$/;

function leaves(settings: Settings): Map<string, string> {
  return new Map(leavesBelow({ ...emptySettings, ...settings }, ''));
}

function leavesBelow(value: unknown, path: string): [string, string][] {
  if (value === undefined || hidden.test(path)) return [];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  if (isPlainList(value)) return value.length > 0 ? [[path, value.join(', ')]] : [];
  return Object.entries(value).flatMap(([name, part]) => leavesBelow(part, path ? `${path}.${name}` : name));
}

function isPlainList(value: object): value is unknown[] {
  return Array.isArray(value) && value.every((part) => typeof part !== 'object');
}
