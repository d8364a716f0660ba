import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Mail } from '../../domain/mail.ts';
import { resentRecipients } from '../../domain/resent-recipients.ts';
import type { Settings } from '../../domain/settings.ts';
import { sampleId, sampleItem, sampleMail, sampleSettings } from '../domain/samples.ts';

const person = (name: string) => ({ name: '', address: `${name}@shop.test` });
const nobody = { to: [], cc: [], bcc: [] };

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', { onLine: true, locks: { request: (_name: string, act: () => unknown) => act() } });
  fakeBrowser.reset();
});

/** The mail that a mail with these recipients becomes when it is sent once more, untouched. */
async function resent(recipients: Partial<Mail>, changes: Partial<Settings>) {
  const settings = { ...sampleSettings, ...changes };
  await fakeBrowser.storage.local.set({ settings });
  const { changeOutboxItem, readDraftItems } = await import('../../extension/storage/outbox.ts');
  const { resend } = await import('../../extension/resend.ts');
  const mail = { ...sampleMail, ...nobody, ...recipients };
  await changeOutboxItem(sampleId, () => sampleItem({ state: 'sent', finishedAt: 1, mail }));
  const to = resentRecipients(mail, settings.alwaysBcc);
  const id = await resend(sampleId, { ...to, subject: mail.subject, message: mail.text });
  const [item] = await readDraftItems(id);
  const { to: seen, cc, bcc } = item?.mail ?? sampleMail;
  return { to: seen, cc, bcc };
}

describe('a mail that is sent once more as a new one', () => {
  it.each<[string, Partial<Mail>, Partial<Settings>, Partial<Mail>]>([
    [
      'keeps who was in blind copy hidden',
      { to: [person('a')], bcc: [person('b')] },
      { severalRecipients: 'visible' },
      { to: [person('a')], bcc: [person('b')] },
    ],
    [
      'keeps everybody hidden after the option was switched to visible',
      { bcc: [person('a'), person('b')] },
      { severalRecipients: 'visible' },
      { bcc: [person('a'), person('b')] },
    ],
    [
      'keeps who was in Cc there',
      { to: [person('a')], cc: [person('b')] },
      { severalRecipients: 'visible' },
      { to: [person('a')], cc: [person('b')] },
    ],
    [
      'has the constant blind copy once',
      { to: [person('a')], bcc: [person('archive')] },
      { alwaysBcc: ['archive@shop.test'] },
      { to: [person('a')], bcc: [person('archive')] },
    ],
  ])('%s', async (_case, before, settings, after) => {
    expect(await resent(before, settings)).toEqual({ ...nobody, ...after });
  });
});
