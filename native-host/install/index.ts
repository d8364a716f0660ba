import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../domain/schema.ts';
import { dataFolder } from '../data-folder.ts';
import { writeDurably } from '../write-durably.ts';
import { launcherPaths, removeLauncher, writeLauncher } from './launcher.ts';
import { writeManifest } from './manifest.ts';
import { type Place, type Target, targetSchema, targets } from './targets.ts';

export type Registered = {
  /** The program the browsers start. */
  program: string;
  /** One manifest per browser. */
  manifests: Target[];
};

/**
 * Registers the companion with the browsers of a place.
 * @param bundle path of the built `tabpost.cjs`; it is copied
 * @throws Error when a folder is not safe to write to, or cannot be written
 */
export function install(bundle: string, place: Place): Registered {
  const { program } = writeLauncher(bundle);
  const manifests = targets(place);
  for (const target of manifests) writeManifest(target, program);
  remember([...manifests, ...installed()]);
  return { program, manifests };
}

/** Removes every manifest `install` wrote and the launcher; journal and passwords stay. Returns the files that are gone. */
export function uninstall(): string[] {
  const { program } = launcherPaths();
  const ours = installed().filter(({ manifest }) => pathIn(manifest) === program);
  for (const { manifest } of ours) rmSync(manifest);
  removeLauncher();
  rmSync(recordPath(), { force: true });
  return ours.map(({ manifest }) => manifest);
}

/** What `install` has written so far, each once. */
export function installed(): Target[] {
  try {
    return z.parse(z.array(targetSchema), JSON.parse(readFileSync(recordPath(), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function remember(all: Target[]): void {
  const each = new Map(all.map((target) => [target.manifest, target]));
  writeDurably(recordPath(), `${JSON.stringify([...each.values()], null, 2)}\n`);
}

function recordPath(): string {
  return join(dataFolder(), 'installed.json');
}

/** Program a manifest points to; undefined when it is gone or was replaced by something else. */
function pathIn(manifest: string): unknown {
  try {
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { path?: unknown }).path;
  } catch {
    return undefined;
  }
}
