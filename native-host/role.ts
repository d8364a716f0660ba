import { chromiumId, geckoId, hostName } from '../protocol/identity.ts';

export type Role = 'serve' | 'courier' | 'cli' | 'refused';

/**
 * Who started this program. Chromium gives the origin of the extension (Windows adds `--parent-window=N`), Firefox the path of
 * its manifest and the add-on's id. Any other origin, and a Node that was started with flags such as `--inspect`, is refused
 * before a byte is read. This catches a wrong manifest; it cannot keep out a program that runs as the same user.
 */
export function roleOf(args: string[], nodeFlags: string[]): Role {
  const [first = '', second] = args;
  if (isBrowser(args)) return nodeFlags.length === 0 ? 'serve' : 'refused';
  if (first === 'courier') return args.length === 1 ? 'courier' : 'refused';
  const foreignOrigin = first.includes('://') || (second?.includes('@') ?? false);
  return foreignOrigin ? 'refused' : 'cli';
}

function isBrowser([first = '', second, ...more]: string[]): boolean {
  if (more.length > 0) return false;
  if (first === `chrome-extension://${chromiumId}/`)
    return second === undefined || /^--parent-window=\d+$/.test(second);
  return first.endsWith(`${hostName}.json`) && second === geckoId;
}
