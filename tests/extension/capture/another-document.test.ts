import '../../components/english.ts';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OutboxState } from '../../../domain/outbox.ts';
import { sampleItem, sampleSettings } from '../../domain/samples.ts';

const url = 'https://erp.test/app';
const printer = { call: vi.fn() } as never;
/** What the tab shows: a PDF, which load of it, and the bytes its address gives. */
let shown = { load: 1, bytes: 'A' };

beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
  fakeBrowser.reset();
  shown = { load: 1, bytes: 'A' };
  const executeScript = async ({ func }: { func: { name: string } }) => {
    const page = { contentType: 'application/pdf', href: url, title: '', embedded: [], links: [] };
    const bytes = new TextEncoder().encode(`%PDF-1.7 ${shown.bytes}\n%%EOF`).buffer;
    const answers: Record<string, unknown> = { readPage: page, readWords: { load: shown.load, headings: '' } };
    return [{ frameId: 0, result: answers[func.name] ?? { href: url, status: 200, disposition: null, bytes } }];
  };
  Object.assign(fakeBrowser, { scripting: { executeScript }, permissions: { contains: async () => false } });
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 1, url, title: '' } as never);
  await fakeBrowser.storage.local.set({ settings: sampleSettings });
});

/** The toolbar button is pressed; what the form then shows. */
async function press(again = false) {
  const { captureDraft } = await import('../../../extension/capture/capture-draft.ts');
  const { draftItem } = await import('../../../extension/storage/draft.ts');
  await captureDraft({ tabId: 1, again }, printer);
  const draft = await draftItem(1).read();
  if (draft?.capture.state !== 'ready') throw new Error(`no PDF: ${JSON.stringify(draft?.capture)}`);
  return { ...draft, hash: draft.capture.attachments[0]?.attachment.sha256 };
}

async function type(): Promise<void> {
  const { keepTexts } = await import('../../../extension/storage/draft.ts');
  await keepTexts(1, { to: [{ name: '', address: 'customer@shop.test' }] });
}

async function mailOf(draftId: string, state: OutboxState): Promise<void> {
  const { changeDraftItems } = await import('../../../extension/storage/outbox.ts');
  await changeDraftItems(draftId, async () => [sampleItem({ id: draftId, draftId, state })]);
}

async function send(): Promise<unknown> {
  const { submitDraft } = await import('../../../extension/submit-draft.ts');
  return submitDraft(1, false);
}

const other = { load: 2, bytes: 'B' };
const to = [{ name: '', address: 'customer@shop.test' }];

describe('the tab shows another document at the same address', () => {
  it('and nothing was typed: a new draft with the PDF of what is shown', async () => {
    const first = await press();
    shown = other;
    const second = await press();
    expect(second.hash).not.toBe(first.hash);
    expect(second.id).not.toBe(first.id);
    expect(second.elsewhere).toBe(false);
  });

  it('and something was typed: it waits for a decision, and cannot be sent before', async () => {
    const first = await press();
    await type();
    shown = other;
    expect(await press()).toMatchObject({ id: first.id, hash: first.hash, to, elsewhere: true });
    await expect(send()).rejects.toMatchObject({ code: 'page-changed' });
    const third = await press(true);
    expect(third).toMatchObject({ to, elsewhere: false });
    expect(third.hash).not.toBe(first.hash);
    expect(await press()).toMatchObject({ hash: third.hash, elsewhere: false });
    await send();
  });

  it('and a person keeps the PDF: it can be sent, and is not asked about once more', async () => {
    const first = await press();
    await type();
    shown = other;
    await press();
    const { keepPdf } = await import('../../../extension/capture/look-again.ts');
    await keepPdf(1);
    expect(await press()).toMatchObject({ id: first.id, hash: first.hash, elsewhere: false });
    await send();
  });

  it('and the page goes back: nothing is asked any more', async () => {
    const { id } = await press();
    await type();
    shown = other;
    await press();
    shown = { load: 3, bytes: 'A' };
    expect(await press()).toMatchObject({ id, to, elsewhere: false });
  });

  it.each<OutboxState>(['sent', 'partly-sent', 'unknown', 'waiting', 'sending'])(
    'and the mail about the first is %s: a new draft to nobody yet',
    async (state) => {
      const first = await press();
      await type();
      await mailOf(first.id, state);
      expect((await press()).id).toBe(first.id);
      shown = other;
      const second = await press();
      expect(second).toMatchObject({ to: [], elsewhere: false });
      expect(second.hash).not.toBe(first.hash);
    },
  );

  it.each<OutboxState>(['not-sent', 'rejected', 'cancelled'])(
    'and the mail about the first is %s: it is kept',
    async (state) => {
      const first = await press();
      await type();
      await mailOf(first.id, state);
      shown = other;
      expect(await press()).toMatchObject({ id: first.id, hash: first.hash, to, elsewhere: true });
    },
  );

  it('while a form in the side panel stands open: Send looks once more', async () => {
    const first = await press();
    await type();
    shown = other;
    const { lookBeforeSending } = await import('../../../extension/capture/look-again.ts');
    await lookBeforeSending(1, false);
    await lookBeforeSending(1, true);
    await expect(send()).rejects.toMatchObject({ code: 'page-changed' });
    expect(await press()).toMatchObject({ id: first.id, elsewhere: true });
  });
});

describe('the same document is not asked about', () => {
  it.each([
    ['loaded anew', { load: 2, bytes: 'A' }],
    ['and not fetched again, if it was not loaded anew', { load: 1, bytes: 'B' }],
  ])('%s', async (_what, now) => {
    const first = await press();
    await type();
    shown = now;
    const { elsewhere, ...second } = await press();
    expect(second).toMatchObject({ id: first.id, hash: first.hash, to });
    expect(elsewhere ?? false).toBe(false);
  });

  it('when nobody can tell: an older draft does not say what it is about', async () => {
    const first = await press();
    const { draftItem } = await import('../../../extension/storage/draft.ts');
    await draftItem(1).update((draft) => draft && { ...draft, document: undefined });
    shown = other;
    expect(await press()).toMatchObject({ id: first.id, hash: first.hash });
  });
});

it('texts that an earlier run of the browser kept go to the document they were typed for', async () => {
  const { documentOf } = await import('../../../domain/shown-document.ts');
  const document = documentOf({ load: 9, headings: 'Invoice 2026-0041', text: '' });
  for (const [was, kept] of [
    [document, []],
    [undefined, to],
  ] as const) {
    await fakeBrowser.storage.session.clear();
    const unsent = { texts: { to }, document: was, session: 'before', at: Date.now() };
    await fakeBrowser.storage.local.set({ [`unsent:${url}`]: unsent });
    expect((await press()).to).toEqual(kept);
  }
});
