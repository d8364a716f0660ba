import type { Draft } from '../../domain/draft.ts';
import { TabpostError } from '../../domain/failure.ts';
import { isSameDocument } from '../../domain/shown-document.ts';
import { sha256Of } from '../../protocol/sha256.ts';
import { draftItem } from '../storage/draft.ts';
import { capturedTab } from './captured-tab.ts';
import { capturePdf } from './index.ts';
import { shownDocument } from './shown-document.ts';
import type { CapturedTab, Printer } from './strategy.ts';

/** Looks by tab that are under way: who presses Send meanwhile waits for the answer. */
const underWay = new Map<number, Promise<boolean>>();

/** Whether the tab still shows what the draft is about; true when nobody can tell. */
export function lookAgain(tab: CapturedTab, draft: Draft): Promise<boolean> {
  const looking = isShown(tab, draft).finally(() => {
    if (underWay.get(tab.id) === looking) underWay.delete(tab.id);
  });
  underWay.set(tab.id, looking);
  return looking;
}

/**
 * Before a press of Send is carried out: a popup has looked when it was opened; a form in a tab or side panel may have stood there while
 * the page went on, so it looks (`again`) once more.
 */
export async function lookBeforeSending(tabId: number, again: boolean): Promise<void> {
  await underWay.get(tabId);
  const draft = again ? await draftItem(tabId).read() : null;
  const tab = draft && (await capturedTab(tabId).catch(() => null)); // a tab that is gone shows nothing else
  if (tab && tab.url === draft.url) await keepElsewhere(draft, !(await lookAgain(tab, draft)));
}

/** A person wants this PDF to go, whatever the page shows by now. */
export async function keepPdf(tabId: number): Promise<void> {
  const document = await shownDocument(await capturedTab(tabId));
  await draftItem(tabId).update((draft) => draft && { ...draft, elsewhere: false, ...(document && { document }) });
}

export async function keepElsewhere({ id, tabId, elsewhere }: Draft, now: boolean): Promise<void> {
  if ((elsewhere ?? false) === now) return;
  await draftItem(tabId).update((draft) => (draft?.id === id ? { ...draft, elsewhere: now } : draft));
}

async function isShown(tab: CapturedTab, { document, capture }: Draft): Promise<boolean> {
  const now = document && (await shownDocument(tab));
  if (!now) return true;
  const attachments = capture.state === 'ready' ? capture.attachments : [];
  const originals = attachments.filter(({ source }) => source === 'page' || source === 'embedded');
  const taken = originals.length > 0 && now.load !== document.load ? await takeAgain(tab) : [];
  if (taken.length === 0) return isSameDocument(document, now);
  return taken.some((hash) => originals.some(({ attachment }) => attachment.sha256 === hash));
}

/** The PDFs the tab shows now, mostly from its cache: the same words around may hold another one, and a page loaded anew the same. */
async function takeAgain(tab: CapturedTab): Promise<string[]> {
  const { captured } = await capturePdf(tab, nobodyPrints).catch(() => ({ captured: [] })); // then its words have to do
  return Promise.all(captured.map(({ bytes }) => sha256Of(bytes)));
}

const nobodyPrints: Printer = { call: () => Promise.reject(new TabpostError('page-changed')) };
