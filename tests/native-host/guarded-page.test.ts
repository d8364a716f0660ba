import { expect, test } from 'vitest';
import { guardedPage } from '../../native-host/print/guarded-page.ts';

const policy = /<meta http-equiv="Content-Security-Policy" content="[^"]*script-src 'none'[^"]*">/;

test.each([
  ['a whole page', '<!DOCTYPE html><html lang="de"><head><title>x</title></head></html>', '<!DOCTYPE html>'],
  ['a page in quirks mode', '<html><body>x</body></html>', ''],
  ['a doctype with a ">" in quotes', '<!doctype html SYSTEM "a>b"><p>x', '<!doctype html SYSTEM "a>'],
  ['a doctype behind blanks', ' \n<!doctype html><p>x', ' \n<!doctype html>'],
  ['a doctype behind a comment', '<!-- x --><!doctype html><p>x', ''],
  ['a policy of its own', '<meta http-equiv="Content-Security-Policy" content="script-src *"><p>x', ''],
  ['nothing', '', ''],
])('our policy stands before everything of %s', (_name, page, before) => {
  const guarded = guardedPage(page);
  const [found = ''] = policy.exec(guarded) ?? [];
  expect(found).not.toBe('');
  expect(guarded.slice(0, guarded.indexOf('<meta charset="utf-8">'))).toBe(before);
  expect(guarded.endsWith(page.slice(before.length))).toBe(true);
});
