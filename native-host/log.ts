import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data-folder.ts';

const maxSize = 1_000_000;

/** Names, states, codes and numbers. Never a recipient, a subject, a server's text or a password. */
export type Facts = Record<string, string | number | boolean | undefined>;

/** One line in `tabpost.log` of the data folder; at 1 MB the file becomes `tabpost.log.1`. */
export function log(event: string, facts: Facts = {}): void {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  const words = known.map(([name, value]) => `${name}=${plain(String(value))}`);
  try {
    const path = join(dataFolder(), 'tabpost.log');
    append(path, `${new Date().toISOString()} ${process.pid} ${[event, ...words].join(' ')}\n`);
  } catch {
    // a full disk must not keep a mail from leaving, and there is no other place to say so
  }
}

/** Whatever carries an @ or a blank is no name of ours; it is left out even when a caller slips. */
function plain(value: string): string {
  return /^[\w.:/-]{1,80}$/.test(value) ? value : '?';
}

function append(path: string, line: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxSize) renameSync(path, `${path}.1`);
  appendFileSync(path, line, { mode: 0o600 });
}
