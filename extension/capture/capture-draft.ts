import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { blankDraft, type Capture, type Draft } from '../../domain/draft.ts';
import { TabpostError, toFailure } from '../../domain/failure.ts';
import { activeProfile } from '../../domain/settings.ts';
import { subjectFor } from '../../domain/template.ts';
import { draftItem } from '../storage/draft.ts';
import { storePdf } from '../storage/pdf-store.ts';
import { settingsItem } from '../storage/settings.ts';
import { capturePdf } from './index.ts';
import type { CapturedTab } from './strategy.ts';

/**
 * Gives the tab a draft with its PDF. A draft of the same address keeps its texts, and its PDF unless `again`;
 * a tab that went elsewhere gets a new one. What goes wrong is written into the draft, where the popup shows it.
 * @throws TabpostError when fetching again failed; the draft keeps the PDF it had
 */
export async function captureDraft(tabId: number, again: boolean): Promise<void> {
  const { url = '', title = '' } = await browser.tabs.get(tabId);
  const item = draftItem(tabId);
  let before: Capture | undefined;
  const draft = await item.update((old) => {
    before = old?.url === url ? old.capture : undefined;
    return begin(old, { tabId, url, again });
  });
  if (draft?.capture.state !== 'capturing') return;
  const capture = await attempt({ id: tabId, url, title });
  const sender = activeProfile(await settingsItem.read())?.sender;
  // Some PDFs can be fetched only once: a second try that fails does not cost the first one's.
  const kept = capture.state === 'failed' && before?.state === 'ready' ? before : capture;
  await item.update((now) => (now?.id === draft.id ? filled(now, kept, sender?.name ?? '') : now));
  if (capture.state === 'failed' && kept !== capture) throw TabpostError.from(capture.failure);
}

function begin(old: Draft | null, page: { tabId: number; url: string; again: boolean }): Draft {
  const same = old?.url === page.url ? old : undefined;
  if (same?.capture.state === 'ready' && !page.again) return same;
  const { tabId, url } = page;
  return { ...(same ?? blankDraft({ tabId, url })), capture: { state: 'capturing' } };
}

async function attempt(tab: CapturedTab): Promise<Capture> {
  try {
    if (!tab.url) throw new TabpostError('page-blocked');
    const { bytes, fileName } = await capturePdf(tab);
    const sha256 = await sha256Of(bytes);
    await storePdf(sha256, bytes);
    return { state: 'ready', attachment: { fileName, size: bytes.size, sha256 }, madeAt: new Date().toISOString() };
  } catch (error) {
    return { state: 'failed', failure: toFailure(error) };
  }
}

function filled(draft: Draft, capture: Capture, sender: string): Draft {
  if (capture.state !== 'ready') return { ...draft, capture };
  const { fileName } = capture.attachment;
  const subject = draft.subject || subjectFor(fileName);
  const message = draft.message || i18n.t('draftMessage', { file: fileName, sender }).trimEnd();
  return { ...draft, capture, subject, message };
}

async function sha256Of(bytes: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
