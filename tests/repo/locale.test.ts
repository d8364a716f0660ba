import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { failures } from '../../domain/failure.ts';
import { root, sourceFiles, textOf } from './repository.ts';

const messages = await parseMessagesFile(join(root, 'locales', 'en.yml'));
// `@@…` are the browser's own.
const keys = messages.map(({ key }) => key.join('.')).filter((key) => !key.startsWith('@@'));
const code = [...sourceFiles(), 'wxt.config.ts'].map(textOf).join('\n');

/** Keys made at run time: one family, one place that makes them; `failure.*` is compared with the codes below. */
const isFailure = (key: string) => key.startsWith('failure.');

describe('locales/en.yml', () => {
  it.each(Object.keys(failures))('has title and advice for %s', (name) => {
    const family = `failure.${name.replaceAll('-', '_')}`;
    expect(keys).toEqual(expect.arrayContaining([`${family}.title`, `${family}.text`]));
  });

  it('has advice for no code that does not exist', () => {
    const known = Object.keys(failures).map((name) => name.replaceAll('-', '_'));
    const named = keys.filter(isFailure).map((key) => key.split('.')[1]);
    expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('has no text that nobody shows', () => {
    const unused = keys.filter((key) => !isFailure(key) && !isNamed(key));
    expect(unused).toEqual([]);
  });
});

/** Named whole, as `__MSG_…__` in the manifest, or by a template such as `server.${security}` in its place. */
function isNamed(key: string): boolean {
  const quoted = ["'", '"', '`'].some((quote) => code.includes(`${quote}${key}${quote}`));
  if (quoted || code.includes(`__MSG_${key.replaceAll('.', '_')}__`)) return true;
  const family = key.split('.').slice(0, -1).join('.');
  return family !== '' && code.includes(`\`${family}.\${`);
}
