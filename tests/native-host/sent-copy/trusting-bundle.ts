import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../../support/certificate.ts';
import { bundle } from '../../support/companion.ts';

/** The real bundle for a computer whose authorities vouch for this certificate; the courier is started from the same file. */
export function trustingBundle(folder: string, { cert }: Certificate): string {
  const program = join(folder, 'tabpost.cjs');
  const trust = `require('node:tls').setDefaultCACertificates([${JSON.stringify(cert)}]);`;
  const [firstLine = '', ...rest] = readFileSync(bundle, 'utf8').split('\n');
  writeFileSync(program, [firstLine, trust, ...rest].join('\n'));
  return program;
}
