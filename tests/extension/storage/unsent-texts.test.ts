import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetOldUnsent, forgetUnsent, keepUnsent, unsentOf } from '../../../extension/storage/unsent-texts.ts';

const url = 'https://erp.test/invoice/1';
const texts = { to: [{ name: '', address: 'a@c.test' }], subject: 'Typed', message: 'For an hour' };
const restart = () => fakeBrowser.storage.session.clear();

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

it('what was typed comes back after a restart, for its page only', async () => {
  await keepUnsent(url, { texts });
  await restart();
  expect(await unsentOf(url)).toMatchObject({ texts });
  expect(await unsentOf('https://erp.test/invoice/2')).toBeUndefined();
});

it('another tab of the same run does not get it', async () => {
  await keepUnsent(url, { texts });
  expect(await unsentOf(url)).toBeUndefined();
});

it('is gone once it was sent or given up', async () => {
  await keepUnsent(url, { texts });
  await forgetUnsent(url);
  await restart();
  expect(await unsentOf(url)).toBeUndefined();
});

it.each([
  [29, true],
  [31, false],
])('after %i days nobody came back for it: kept %s', async (days, kept) => {
  await keepUnsent(url, { texts });
  await forgetOldUnsent(Date.now() + days * 24 * 3_600_000);
  await restart();
  expect((await unsentOf(url)) !== undefined).toBe(kept);
});

it('what can no longer be read is dropped, and nothing else', async () => {
  await fakeBrowser.storage.local.set({ [`unsent:${url}`]: 'torn', settings: { version: 2 } });
  expect(await unsentOf(url)).toBeUndefined();
  await forgetOldUnsent(Date.now());
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['settings']);
});
