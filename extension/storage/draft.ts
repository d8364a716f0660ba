import { browser } from 'wxt/browser';
import { type Draft, draftSchema } from '../../domain/draft.ts';
import { z } from '../../domain/schema.ts';
import { type StoredItem, storedItem } from './stored-item.ts';

const prefix = 'draft:';

/** The draft of a tab; null when there is none. Lives as long as the browser runs. */
export function draftItem(tabId: number): StoredItem<Draft | null> {
  return storedItem({ area: 'session', key: `${prefix}${tabId}`, schema: z.nullable(draftSchema), fallback: null });
}

/** SHA-256 of every PDF a draft still needs. */
export async function draftPdfs(): Promise<string[]> {
  const stored = Object.entries(await browser.storage.session.get(null));
  return stored.flatMap(([key, value]) => {
    const draft = key.startsWith(prefix) ? z.safeParse(draftSchema, value) : undefined;
    return draft?.success && draft.data.capture.state === 'ready' ? [draft.data.capture.attachment.sha256] : [];
  });
}
