import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toFailure } from '../../domain/failure.ts';
import { hostName } from '../../protocol/identity.ts';
import { dataFolder } from '../data-folder.ts';
import { version } from '../version.ts';
import { askHello } from './ask-hello.ts';
import { allowed } from './browsers.ts';
import { installed } from './index.ts';
import { launcherPaths } from './launcher.ts';
import type { Target } from './targets.ts';

export type Finding = {
  ok: boolean;
  /** What was looked at and what was found, one line. */
  text: string;
  /** The command that mends it. */
  fix?: string;
};

/** Looks at everything between a browser and a companion that answers; the same way the browser takes it. */
export async function diagnose(): Promise<Finding[]> {
  const all = installed();
  const findings = folderFindings();
  if (all.length === 0) findings.push({ ok: false, text: 'registered with no browser', fix: installCommand([]) });
  for (const target of all) findings.push(await browserFinding(target));
  return findings;
}

/** To be pasted into a terminal: nobody has this program in the PATH. */
function installCommand(args: string[]): string {
  const words = [
    process.execPath,
    __filename,
    'install',
    ...args,
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ];
  return words.map((word) => (/^[\w./:=-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}

/** A mail that cannot be recorded is not begun: so every folder it needs is tried. */
function folderFindings(): Finding[] {
  const broken = ['journal', 'spool', 'locks', 'recalled'].filter((name) => !isWritable(() => dataFolder(name)));
  if (isWritable(() => dataFolder()) && broken.length > 0)
    return broken.map((name) => unwritable(join(dataFolder(), name)));
  return [dataFolderFinding()];
}

function dataFolderFinding(): Finding {
  if (!isWritable(() => dataFolder())) return unwritable(dataFolder());
  const folder = dataFolder();
  const text = `data folder ${folder}`;
  const isOpen = process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0;
  return isOpen
    ? { ok: false, text: `${text} can be read by others`, fix: `chmod 700 '${folder}'` }
    : { ok: true, text };
}

function isWritable(folder: () => string): boolean {
  try {
    accessSync(folder(), constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false; // not ours, or no folder at all
  }
}

function unwritable(path: string): Finding {
  return { ok: false, text: `data folder ${path} cannot be written`, fix: `chmod 700 '${path}'` };
}

async function browserFinding(target: Target): Promise<Finding> {
  const fault = manifestFault(target);
  if (fault) return { ok: false, text: `${target.name}: ${fault}`, fix: installCommand(target.install) };
  try {
    const answered = await askHello(target, launcherPaths().program);
    if (answered === version)
      return { ok: true, text: `${target.name}: companion ${answered} answers (${target.manifest})` };
    return {
      ok: false,
      text: `${target.name}: companion ${answered} is registered, this is ${version}`,
      fix: installCommand(target.install),
    };
  } catch (error) {
    return {
      ok: false,
      text: `${target.name}: the companion does not answer (${toFailure(error).code})`,
      fix: installCommand(target.install),
    };
  }
}

function manifestFault({ family, manifest }: Target): string | undefined {
  let found: Record<string, unknown>;
  try {
    found = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
  } catch {
    return `no readable manifest at ${manifest}`;
  }
  const { program } = launcherPaths();
  if (found.name !== hostName || found.path !== program) return `${manifest} points to another program`;
  const [[key, ids] = ['', []]] = Object.entries(allowed[family]);
  const registered = found[key];
  if (JSON.stringify(registered) !== JSON.stringify(ids))
    return `registered for ${JSON.stringify(registered)}, the extension is ${JSON.stringify(ids)}`;
  try {
    accessSync(program, constants.X_OK);
  } catch {
    return `${program} cannot be started`;
  }
  return undefined;
}
