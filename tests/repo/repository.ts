import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of the product's own source. */
const sourceFolders = ['domain', 'protocol', 'extension', 'native-host', 'components', 'entrypoints'];

/** Every file that is, or is about to be, in the repository, with `/` in its path. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file && existsSync(join(root, file)));
}

export function sourceFiles(): string[] {
  return repositoryFiles().filter((file) => sourceFolders.includes(file.split('/')[0] ?? '') && /\.tsx?$/.test(file));
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
