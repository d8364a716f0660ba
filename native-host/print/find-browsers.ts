import { accessSync, constants, existsSync, readlinkSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { installedBrowsers } from './installed-browsers.ts';

export type FoundBrowser = { executable: string; family: 'chromium' | 'firefox' };

/** Programs that can print, best first: the very browser that started us prints as its user sees it. */
export function findBrowsers(): FoundBrowser[] {
  const parent = parentProgram();
  const programs = [...(parent === undefined ? [] : [parent]), ...installed()];
  return [...new Set(programs)].flatMap((executable) => {
    const family = familyOf(executable);
    return family ? [{ executable, family }] : [];
  });
}

/** By the name of the program; undefined when it is no browser. */
function familyOf(executable: string): FoundBrowser['family'] | undefined {
  const name = basename(executable.replaceAll('\\', '/')).toLowerCase();
  if (/^(?:firefox|librewolf|waterfox|floorp)/.test(name)) return 'firefox';
  return /chrom|msedge|microsoft.edge|brave|vivaldi|opera/.test(name) ? 'chromium' : undefined;
}

/** Browsers start their companions themselves; our launcher puts itself away with `exec`. */
function parentProgram(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const program = readlinkSync(`/proc/${process.ppid}/exe`);
    return existsSync(program) ? program : undefined; // an update has replaced it: "… (deleted)"
  } catch {
    return undefined; // gone, or another user's
  }
}

function installed(): string[] {
  const { paths, names } = installedBrowsers(process.platform, process.env);
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...paths, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))].filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
