// Runs inside "Outbox & history" of the built extension, bundled with the product's own storage and port.
import type { OutboxState } from '../../../domain/outbox.ts';
import type { Server } from '../../../domain/profile.ts';
import { background } from '../../../extension/background-port.ts';
import { draftItem } from '../../../extension/storage/draft.ts';
import { newestIds, readItems } from '../../../extension/storage/outbox-list.ts';
import { storePdf } from '../../../extension/storage/pdf-store.ts';
import { removeMails } from '../../../extension/storage/remove-mails.ts';
import { settingsItem } from '../../../extension/storage/settings.ts';
import { pdfDraft } from '../../support/pages/pdf-draft.ts';

export type FoundMail = { id: string; state: OutboxState; attempt: number };

/** What a crash round does and sees inside the extension. */
const crashPage = {
  async sendThrough(server: Server): Promise<void> {
    await settingsItem.update((settings) => ({
      ...settings,
      profiles: settings.profiles.map((profile) => ({ ...profile, server })),
    }));
  },

  /** A draft of a tab that nobody sees. */
  async prepare(wish: { tabId: number; size: number; to: string }): Promise<void> {
    const { draft, bytes, sha256 } = await pdfDraft(wish);
    await storePdf(sha256, bytes);
    await draftItem(wish.tabId).update(() => draft);
  },

  /** The page's own message to the background. */
  async press(tabId: number): Promise<void> {
    await background.call('send', { tabId, texts: {}, again: false });
  },

  /** The one mail of the outbox. */
  async mail(): Promise<FoundMail | undefined> {
    const [item] = await readItems(await newestIds(undefined, 1));
    return item && { id: item.id, state: item.state, attempt: item.attempt };
  },

  /** The words for this state in the list of the outbox. */
  label: (state: OutboxState): string => chrome.i18n.getMessage(`outbox_states_${state.replace('-', '_')}`),

  async clear(): Promise<void> {
    await removeMails(await newestIds(undefined, 100));
  },
};

// Only what is used here.
declare const chrome: { i18n: { getMessage(key: string): string } };

declare global {
  interface Window {
    crashPage: typeof crashPage;
  }
}
window.crashPage = crashPage;
