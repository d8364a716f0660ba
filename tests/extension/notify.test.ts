import '../components/english.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OutboxItem } from '../../domain/outbox.ts';
import { notify } from '../../extension/notify.ts';
import { sampleItem, sampleProfile, sampleSettings } from '../domain/samples.ts';

const create = vi.fn(async (_id: string, _words: { title: string; message: string }) => '');

beforeEach(async () => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
  fakeBrowser.reset();
  fakeBrowser.notifications.create = create as never;
  create.mockClear();
  await fakeBrowser.storage.local.set({ settings: sampleSettings });
});

const failure = { code: 'login-refused' } as const;

it.each<[string, Partial<OutboxItem>, string | undefined]>([
  ['sent after it had waited', { state: 'sent', attempt: 2 }, 'A waiting message was sent'],
  ['sent long after the press', { state: 'sent', attempt: 1, finishedAt: 61_000 }, 'A waiting message was sent'],
  ['sent at once', { state: 'sent', attempt: 1, finishedAt: 900 }, undefined],
  ['not sent', { state: 'not-sent', failure }, 'A message was not sent'],
  ['refused', { state: 'rejected', failure: { code: 'message-refused' } }, 'A message was not sent'],
  ['sent to some', { state: 'partly-sent', failure: { code: 'recipient-refused' } }, 'Partly sent'],
  ['nobody knows', { state: 'unknown', failure: { code: 'outcome-unknown' } }, 'Not sure it was sent'],
  ['cancelled', { state: 'cancelled' }, undefined],
  ['a test message', { state: 'not-sent', failure, trial: sampleProfile.server }, undefined],
])('%s: %j -> %s', async (_name, changes, title) => {
  await notify(sampleItem(changes));
  expect(create.mock.calls.map(([, words]) => words.title)).toEqual(title ? [title] : []);
});

it('names the mail by its subject', async () => {
  await notify(sampleItem({ state: 'not-sent', failure }));
  expect(create.mock.calls[0]?.[1].message).toContain('Invoice 2026-001');
});

it('is silent when its user wants that', async () => {
  await fakeBrowser.storage.local.set({ settings: { ...sampleSettings, notify: false } });
  await notify(sampleItem({ state: 'not-sent', failure }));
  expect(create).not.toHaveBeenCalled();
});
