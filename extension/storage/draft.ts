import { browser } from 'wxt/browser';
import { attachmentsOf } from '../../domain/capture.ts';
import { type Draft, type DraftTexts, draftSchema, textsOf } from '../../domain/draft.ts';
import { z } from '../../domain/schema.ts';
import { type StoredItem, storedItem } from './stored-item.ts';
import { keepUnsent } from './unsent-texts.ts';

const prefix = 'draft:';

/** The draft of a tab; null when there is none. Lives as long as the browser runs. */
export function draftItem(tabId: number): StoredItem<Draft | null> {
  return storedItem({ area: 'session', key: `${prefix}${tabId}`, schema: z.nullable(draftSchema), fallback: null });
}

/** What a person typed into the draft of a tab. Calls take effect in their order. */
export async function keepTexts(tabId: number, texts: DraftTexts): Promise<void> {
  const draft = await draftItem(tabId).update((now) => now && { ...now, ...texts, edited: true });
  if (draft?.url) await keepUnsent(draft.url, { texts: textsOf(draft), document: draft.document });
}

/** SHA-256 of every PDF a draft still needs. */
export async function draftPdfs(): Promise<string[]> {
  const stored = Object.entries(await browser.storage.session.get(null));
  return stored.flatMap(([key, value]) => {
    const draft = key.startsWith(prefix) ? z.safeParse(draftSchema, value) : undefined;
    return draft?.success ? attachmentsOf(draft.data.capture).map(({ sha256 }) => sha256) : [];
  });
}

/** Gives the drafts that have one of these ids another one. */
export async function renewDrafts(ids: string[]): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(prefix));
  for (const key of keys) {
    const item = draftItem(Number(key.slice(prefix.length)));
    const draft = await item.read();
    if (draft && ids.includes(draft.id)) await item.update((now) => now && { ...now, id: crypto.randomUUID() });
  }
}
