import { describe, expect, it } from 'vitest';
import { missingEntries } from '../../scripts/complete-lock-file.mjs';
import { repositoryFiles, textOf } from './repository.ts';

const files = repositoryFiles().filter((file) => !/\.(png|ico|pdf|woff2?|gif|jpe?g)$/.test(file));
// Written in pieces, so that this file is clean too.
const patterns: [string, RegExp][] = [
  ['a path of one machine', new RegExp(['(^|[\\s"\'`(=:])/', '(?:work|root|home/\\w+|Users/\\w+)/'].join(''), 'm')],
  [
    'a registry',
    new RegExp(['registry', '(npmjs|yarnpkg)'].join('\\.') + ['|artifact', 'ory|ver', 'daccio'].join(''), 'i'),
  ],
  ['a private key', new RegExp(['-----BEGIN', '(RSA |EC )?PRIVATE KEY'].join(' '))],
];

describe('files of the repository', () => {
  it.each(patterns)('name nowhere %s', (_what, pattern) => {
    expect(files.filter((file) => pattern.test(textOf(file)))).toEqual([]);
  });

  it('keep no address of a registry in the lock file', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    expect(Object.entries(packages).filter(([, entry]) => entry.resolved)).toEqual([]);
  });

  it('have a lock file for every system; `node scripts/complete-lock-file.mjs` writes what is missing', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: object };
    expect(missingEntries(packages).map(([path]) => path)).toEqual([]);
  });

  it('name exact versions in package.json: an update is a decision', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+/.test(version),
    );
    expect(ranges).toEqual([]);
  });
});
