import { TabpostError } from './failure.ts';
import { normaliseRule } from './policy.ts';
import { z } from './schema.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { migrate } from './settings-migrations.ts';

const format = 'tabpost-settings';
/** Characters; a list of a hundred thousand disabled addresses fits. */
const maxLength = 5_000_000;
const maxDepth = 16;

const fileSchema = z.strictObject({ format: z.literal(format), settings: z.unknown() });

/** Keys by which a JSON file reaches into the program's own objects. */
const polluting = ['__proto__', 'constructor', 'prototype'];
const secretive = /pass(?:word|wd|phrase)?|secret|token|credential/i;
const allowedNames = ['passwordStore'];

/** Settings as the text of a file for another computer. Passwords are not in the settings and so not in here. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify({ format, settings }, null, 2)}\n`;
}

/**
 * Reads such a file; every field must be right, nothing is healed or left out in silence.
 * @throws TabpostError `settings-file-refused`; detail says why: `json`, `size`, `depth`, `format`, `key:NAME`, `password:NAME`, or the
 *   path of the first wrong field; `storage-newer`
 */
export function readSettingsFile(text: string): Settings {
  if (text.length > maxLength) throw refused('size');
  const content = parseJson(text);
  inspect(content, 0);
  const file = z.safeParse(fileSchema, content);
  if (!file.success) throw refused('format');
  const settings = z.safeParse(settingsSchema, migrated(file.data.settings));
  if (!settings.success) throw refused(firstWrong(settings.error));
  return settings.data;
}

/** Rules that stand in the list now and no longer after: who could not be mailed could be then. */
export function lostRules(before: string[], after: string[]): string[] {
  const kept = new Set(after.map(normaliseRule));
  return before.filter((rule) => !kept.has(normaliseRule(rule)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw refused('json', cause);
  }
}

function inspect(value: unknown, depth: number): void {
  if (depth > maxDepth) throw refused('depth');
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (polluting.includes(name)) throw refused(`key:${name}`);
    if (!allowedNames.includes(name) && secretive.test(name)) throw refused(`password:${name.slice(0, 40)}`);
    inspect(part, depth + 1);
  }
}

function migrated(settings: unknown): unknown {
  try {
    return migrate(settings);
  } catch (error) {
    if (error instanceof TabpostError && error.code === 'storage-damaged') throw refused('format', error);
    throw error;
  }
}

function firstWrong(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...unknown].join('.').slice(0, 80);
}

function refused(detail: string, cause?: unknown): TabpostError {
  return new TabpostError('settings-file-refused', { detail, cause });
}
