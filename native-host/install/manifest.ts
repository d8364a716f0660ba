import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { hostName } from '../../protocol/identity.ts';
import { writeDurably } from '../write-durably.ts';
import { allowed, type Family } from './browsers.ts';
import { unsafeReason } from './safe-path.ts';
import type { Target } from './targets.ts';

/** The native messaging manifest by which a browser of this family finds the companion. `path` must be absolute. */
function manifestFor(family: Family, program: string): Record<string, unknown> {
  return {
    name: hostName,
    description: 'Tabpost companion: sends the PDF of a tab by the mail server of your company',
    path: program,
    type: 'stdio',
    ...allowed[family],
  };
}

/** @throws Error when the place is not safe to write to */
export function writeManifest({ family, manifest }: Target, program: string): void {
  const reason = unsafeReason(manifest);
  if (reason) throw new Error(reason);
  mkdirSync(dirname(manifest), { recursive: true });
  writeDurably(manifest, `${JSON.stringify(manifestFor(family, program), null, 2)}\n`);
}
