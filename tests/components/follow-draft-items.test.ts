import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { type DraftItems, followDraftItems } from '../../entrypoints/popup/follow-draft-items.ts';
import { database } from '../../extension/storage/database.ts';
import { changeOutboxItem } from '../../extension/storage/outbox.ts';
import { sampleId, sampleItem } from '../domain/samples.ts';

it('a mail of the draft that cannot be read is told as a failure, and what can be read again as such', async () => {
  const told: DraftItems[] = [];
  await changeOutboxItem(sampleId, () => sampleItem());
  await (await database()).put('outbox', { ...sampleItem(), state: 'nonsense' });
  const stop = followDraftItems(sampleId, (news) => told.push(news));
  await vi.waitFor(() => expect(told).toMatchObject([{ failure: { code: 'storage-damaged' } }]));
  stop();
  await (await database()).put('outbox', sampleItem());
  const stopAgain = followDraftItems(sampleId, (news) => told.push(news));
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ items: [{ id: sampleId }] }));
  stopAgain();
});
