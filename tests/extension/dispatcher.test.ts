import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OutboxItem } from '../../domain/outbox.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { sampleId, sampleItem, sampleOutcome, sampleSettings } from '../domain/samples.ts';

type Answer = Outcome['state'] | 'companion-silent' | 'outcome-unknown' | 'cancelled';

/** A companion that answers hand-overs and questions with these, one after the other; the last one stays. */
function companionSaying({
  submit = ['queued'],
  outcome = ['queued'],
  cancel = ['not-sent'],
  held = {},
}: {
  submit?: Answer[];
  outcome?: Answer[];
  cancel?: Answer[];
  /** Answers that come no sooner than this. */
  held?: Record<string, Promise<void>>;
}) {
  const answers: Record<string, Answer[]> = { submit, outcome, cancel };
  const calls: string[] = [];
  const call = async (name: string) => {
    calls.push(name);
    await held[name];
    const left = answers[name] ?? [];
    const answer = (left.length > 1 ? left.shift() : left[0]) ?? 'queued';
    if (answer === 'companion-silent' || answer === 'outcome-unknown' || answer === 'cancelled') {
      const { TabpostError } = await import('../../domain/failure.ts'); // that of the worker's own modules
      throw new TabpostError(answer);
    }
    const more: Partial<Record<Answer, Partial<Outcome>>> = {
      'not-sent': { failure: { code: 'cancelled' } },
      sent: { copy: { state: 'filed' } },
    };
    const told = sampleOutcome(answer, more[answer]);
    return name === 'outcome' ? { outcomes: [told] } : told;
  };
  return { call: call as never, hello: async () => '1', onEvent: () => {}, onLost: () => {}, calls };
}

/** A worker that has just started, with this mail in its outbox. */
async function worker(item: OutboxItem, companion: ReturnType<typeof companionSaying>) {
  const { createDispatcher } = await import('../../extension/dispatcher.ts');
  const { changeOutboxItem, readOutboxItem } = await import('../../extension/storage/outbox.ts');
  const { storePdf } = await import('../../extension/storage/pdf-store.ts');
  const bytes = new Blob(['%PDF-1.7 %%EOF']);
  const sha256 = '0'.repeat(64);
  await storePdf(sha256, bytes);
  const attachments = [{ fileName: 'a.pdf', size: bytes.size, sha256 }];
  await changeOutboxItem(item.id, () => ({ ...item, mail: { ...item.mail, attachments } }));
  const ended: string[] = [];
  const dispatcher = createDispatcher(companion, ({ state }) => ended.push(state));
  return { ...dispatcher, ended, item: () => readOutboxItem(sampleId) };
}

beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', { onLine: true, locks: { request: (_name: string, act: () => unknown) => act() } });
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ settings: sampleSettings });
});

describe('F24 a companion that answers nothing, or what nobody can read', () => {
  it('to the hand-over: the journal is asked, nothing is handed over twice', async () => {
    const companion = companionSaying({ submit: ['outcome-unknown'], outcome: ['sending', 'sent'] });
    const { run, item, ended } = await worker(sampleItem(), companion);
    await run();
    expect(await item()).toMatchObject({ state: 'sending', outcome: { state: 'sending' } });
    await run();
    expect(await item()).toMatchObject({ state: 'sent' });
    expect(companion.calls).toEqual(['submit', 'outcome', 'outcome']);
    expect(ended).toEqual(['sent']);
  });

  it('to the question as well: it stays under way, and an alarm asks again', async () => {
    const companion = companionSaying({ submit: ['outcome-unknown'], outcome: ['companion-silent'] });
    const { run, item } = await worker(sampleItem(), companion);
    await run();
    expect(await item()).toMatchObject({ state: 'sending' });
    expect(await fakeBrowser.alarms.get('tabpost:dispatch')).toBeTruthy();
    expect(companion.calls.filter((name) => name === 'submit')).toHaveLength(1);
  });

  it('but the journal never had it: it waits for another try', async () => {
    const companion = companionSaying({ submit: ['outcome-unknown'], outcome: ['absent'] });
    const { run, item } = await worker(sampleItem({ createdAt: Date.now() }), companion);
    await run();
    expect(await item()).toMatchObject({ state: 'waiting', failure: { code: 'connection-lost' } });
  });

  it('but the journal forgot a mail it had: nobody knows, and no machine tries again', async () => {
    const companion = companionSaying({ outcome: ['absent'] });
    const under = sampleItem({ state: 'sending', attempt: 1, outcome: sampleOutcome('sending') });
    const { run, item } = await worker(under, companion);
    await run();
    await run();
    expect(await item()).toMatchObject({ state: 'unknown' });
    expect(companion.calls).toEqual(['outcome']);
  });
});

describe('the copy in the Sent folder was not filed yet when the worker died', () => {
  const sent = (changes: Partial<OutboxItem> = {}) => {
    const outcome = sampleOutcome('sent', { copy: { state: 'waiting' } });
    return sampleItem({ state: 'sent', attempt: 1, outcome, finishedAt: Date.now(), ...changes });
  };

  it('the next one asks what became of it; the mail itself stays sent', async () => {
    const companion = companionSaying({ outcome: ['sent'] });
    const { run, item, ended } = await worker(sent(), companion);
    await run();
    expect(await item()).toMatchObject({ state: 'sent', outcome: { copy: { state: 'filed' } } });
    await run();
    expect(companion.calls).toEqual(['outcome']);
    expect(ended).toEqual([]);
  });

  it('a companion that has forgotten the mail is not asked for ever', async () => {
    const companion = companionSaying({ outcome: ['absent'] });
    const { run, item } = await worker(sent({ finishedAt: Date.now() - 31 * 24 * 3_600_000 }), companion);
    await run();
    expect(companion.calls).toEqual([]);
    expect(await item()).toMatchObject({ state: 'sent' });
  });
});

describe('F26 a clock that is wrong by a day', () => {
  const day = 24 * 3_600_000;

  it.each([
    ['set back: a mail does not wait for the difference', -day],
    ['set forward: it is handed over once', day],
  ])('%s', async (_name, shift) => {
    const now = Date.now();
    const waits = sampleItem({ attempt: 1, dueAt: now + 60_000, createdAt: now });
    const companion = companionSaying({ submit: ['sent'] });
    const { run, item } = await worker(waits, companion);
    vi.spyOn(Date, 'now').mockReturnValue(now + shift);
    await Promise.all([run(), run()]);
    await run();
    expect(companion.calls).toEqual(['submit']);
    expect(await item()).toMatchObject({ attempt: 2 });
    vi.restoreAllMocks();
  });
});

describe('a computer without network', () => {
  it('keeps the mail, and sends it when the network is back', async () => {
    const companion = companionSaying({});
    const { run, item } = await worker(sampleItem(), companion);
    vi.stubGlobal('navigator', { ...navigator, onLine: false });
    await run();
    expect(await item()).toMatchObject({ state: 'waiting', failure: { code: 'offline' }, attempt: 0 });
    expect(companion.calls).toEqual([]);
    vi.stubGlobal('navigator', { ...navigator, onLine: true });
    await run();
    expect(companion.calls).toEqual(['submit']);
  });
});

describe('taking a mail back', () => {
  it('nothing leaves while it can still be undone, and afterwards it is cancelled', async () => {
    const later = Date.now() + 5000;
    const companion = companionSaying({});
    const { run, cancel, item } = await worker(sampleItem({ dueAt: later, undoUntil: later }), companion);
    await run();
    expect(companion.calls).toEqual([]);
    await cancel(sampleId);
    expect(await item()).toMatchObject({ state: 'cancelled' });
    await run();
    expect(companion.calls).toEqual([]);
  });

  it('the companion is asked once it has it', async () => {
    const companion = companionSaying({});
    const { run, cancel, item } = await worker(sampleItem(), companion);
    await run();
    await cancel(sampleId);
    expect(companion.calls).toEqual(['submit', 'cancel']);
    expect(await item()).toMatchObject({ state: 'cancelled' });
  });

  it('while its PDF is still read: it is never handed over, and the companion that had nothing makes it no later send', async () => {
    const { open, letGo } = barrier();
    const companion = companionSaying({ cancel: ['absent'], submit: ['sent'] });
    const { run, cancel, item } = await worker(sampleItem({ createdAt: Date.now() }), companion);
    const { asked } = await holdPdfs(open);
    const running = run();
    await asked;
    const cancelling = cancel(sampleId);
    await vi.waitFor(() => expect(companion.calls).toEqual(['cancel']));
    letGo();
    await Promise.all([running, cancelling]);
    await run();
    expect(companion.calls).toEqual(['cancel']);
    expect(await item()).toMatchObject({ state: 'cancelled', attempt: 1 });
  });

  it('while it is still being uploaded, longer than the companion waits for it: cancelled, not tried again', async () => {
    const { open, letGo } = barrier();
    const companion = companionSaying({ cancel: ['absent'], submit: ['cancelled'], held: { submit: open } });
    const { run, cancel, item } = await worker(sampleItem({ createdAt: Date.now() }), companion);
    const running = run();
    await vi.waitFor(() => expect(companion.calls).toEqual(['submit']));
    const cancelling = cancel(sampleId);
    await vi.waitFor(() => expect(companion.calls).toEqual(['submit', 'cancel']));
    letGo();
    await Promise.all([running, cancelling]);
    expect(await item()).toMatchObject({ state: 'cancelled', failure: { code: 'cancelled' } });
  });

  it('and the hand-over is lost: the journal that knows nothing means cancelled, not another try', async () => {
    const { open, letGo } = barrier();
    const companion = companionSaying({
      cancel: ['absent'],
      submit: ['outcome-unknown'],
      outcome: ['absent'],
      held: { submit: open },
    });
    const { run, cancel, item } = await worker(sampleItem({ createdAt: Date.now() }), companion);
    const running = run();
    await vi.waitFor(() => expect(companion.calls).toEqual(['submit']));
    const cancelling = cancel(sampleId);
    await vi.waitFor(() => expect(companion.calls).toContain('cancel'));
    letGo();
    await Promise.all([running, cancelling]);
    await run();
    expect(companion.calls.filter((name) => name === 'submit')).toHaveLength(1);
    expect(await item()).toMatchObject({ state: 'cancelled' });
  });
});

describe('a mail that was changed while another one was handed over', () => {
  const other = '7c1f7d5e-0b5a-4c59-8f43-2d0f6a6f3b11';

  it('is judged as it is when its turn comes: not the old words, not before its new time to take it back', async () => {
    const { open, letGo } = barrier();
    const companion = companionSaying({ submit: ['sent'], held: { submit: open } });
    const { run, item } = await worker(sampleItem(), companion);
    const { changeOutboxItem, readOutboxItem } = await import('../../extension/storage/outbox.ts');
    const first = await item();
    if (!first) throw new Error('no mail');
    await changeOutboxItem(other, () => ({ ...first, id: other, draftId: other, mail: { ...first.mail, id: other } }));
    const running = run();
    await vi.waitFor(() => expect(companion.calls).toEqual(['submit']));
    const later = Date.now() + 20_000;
    const from = { name: 'Other', address: 'other@corp.test' };
    await changeOutboxItem(
      other,
      (now) => now && { ...now, mail: { ...now.mail, from }, dueAt: later, undoUntil: later },
    );
    letGo();
    await running;
    expect(companion.calls).toEqual(['submit']);
    expect(await readOutboxItem(other)).toMatchObject({ state: 'waiting', mail: { from }, attempt: 0, dueAt: later });
  });

  it('is left for its next turn when it changes while its account is looked up', async () => {
    const companion = companionSaying({ submit: ['sent'] });
    const { run, item } = await worker(sampleItem(), companion);
    const { changeOutboxItem } = await import('../../extension/storage/outbox.ts');
    const { settingsItem } = await import('../../extension/storage/settings.ts');
    const read = settingsItem.read;
    vi.spyOn(settingsItem, 'read').mockImplementationOnce(async () => {
      await changeOutboxItem(sampleId, (now) => now && { ...now, profileId: 'another' });
      return read();
    });
    await run();
    expect(companion.calls).toEqual([]);
    expect(await item()).toMatchObject({ state: 'waiting', profileId: 'another', attempt: 0 });
  });
});

function barrier() {
  let letGo = () => {};
  const open = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { open, letGo };
}

/** Every PDF is read no sooner than this. @returns resolves when the first is asked for */
async function holdPdfs(open: Promise<void>): Promise<{ asked: Promise<void> }> {
  const { database } = await import('../../extension/storage/database.ts');
  const db = await database();
  const { open: asked, letGo: ask } = barrier();
  const get = db.get.bind(db);
  vi.spyOn(db, 'get').mockImplementation((async (store: 'pdf', key: string) => {
    if (store === 'pdf') {
      ask();
      await open;
    }
    return get(store, key);
  }) as never);
  return { asked };
}
