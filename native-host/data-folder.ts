import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Folder of everything the companion keeps: journal, spool, saved passwords, log. Readable by its user only.
 * `TABPOST_DATA_DIR` names another one.
 */
export function dataFolder(...below: string[]): string {
  const folder = join(root(), ...below);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 }); // asked for dozens of times a mail
  return folder;
}

function root(): string {
  const { TABPOST_DATA_DIR, XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  if (TABPOST_DATA_DIR) return TABPOST_DATA_DIR;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Tabpost');
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Tabpost');
  return join(XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'tabpost');
}
