import { lstatSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

const othersWrite = 0o002;
const sticky = 0o1000;

/**
 * Why a file must not be written here, or undefined when it may: the file or its folder is a link, or somebody else could
 * swap a folder on the way. The sticky bit (/tmp) keeps others from that.
 */
export function unsafeReason(file: string): string | undefined {
  if (process.platform === 'win32') return undefined; // permissions are not told by mode bits there
  for (const path of [file, dirname(file)]) if (stat(path)?.isSymbolicLink()) return `${path} is a symbolic link`;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const mode = stat(folder)?.mode ?? 0;
    if (mode & othersWrite && !(mode & sticky) && !stat(folder)?.isSymbolicLink())
      return `everybody may write to ${folder}`;
    if (folder === dirname(folder)) return undefined;
  }
}

function stat(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
