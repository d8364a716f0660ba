import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OutboxItem } from '../../domain/outbox.ts';
import { rememberSize } from '../../extension/remember-size.ts';
import { limitOf, serverLimits } from '../../extension/storage/server-limits.ts';
import { sampleItem, sampleOutcome, sampleProfile, sampleSettings } from '../domain/samples.ts';

beforeEach(async () => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ settings: sampleSettings });
});

const { server } = sampleProfile;
const outcome = sampleOutcome('sent', { maxSize: 26_214_400 });

it.each<[string, Partial<OutboxItem>, number | undefined]>([
  ['the server of a mail that was sent said its limit', { outcome, host: server.host }, 26_214_400],
  ['it said none', { outcome: sampleOutcome('sent'), host: server.host }, undefined],
  ['the account has another server by now', { outcome, host: 'old.corp.test' }, undefined],
  [
    'a test message of a server that is not saved',
    { outcome, host: 'new.corp.test', trial: { ...server, host: 'new.corp.test' } },
    undefined,
  ],
])('%s', async (_what, changes, limit) => {
  await rememberSize(sampleItem(changes));
  const limits = await serverLimits.read();
  expect(limitOf(limits, server)).toBe(limit);
  expect(limitOf(limits, { ...server, host: 'new.corp.test' })).toBe(changes.trial && 26_214_400);
});
