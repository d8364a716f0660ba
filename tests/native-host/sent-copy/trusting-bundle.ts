import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../../support/certificate.ts';
import { bundle } from '../../support/companion.ts';

/**
 * The real bundle on a computer that has this certificate among its authorities, which Node itself does not know. The courier is started
 * from the same file.
 */
export function trustingBundle(folder: string, { cert }: Certificate): string {
  const program = join(folder, 'tabpost.cjs');
  const trust = `const tls = require('node:tls'), told = tls.getCACertificates;
tls.getCACertificates = (kind) => (kind === 'system' ? [${JSON.stringify(cert)}] : told(kind));`;
  const [firstLine = '', ...rest] = readFileSync(bundle, 'utf8').split('\n');
  writeFileSync(program, [firstLine, `{${trust}}`, ...rest].join('\n'));
  return program;
}
