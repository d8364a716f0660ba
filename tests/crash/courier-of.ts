import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Process id of whoever holds the mail's lock, unless that is a companion. */
export function courierOf(dataDir: string, id: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(dataDir, 'locks', id), 'utf8').split(' ')[0]);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('\0courier') ? pid : undefined;
  } catch {
    return undefined; // nobody holds it yet, or any more
  }
}
