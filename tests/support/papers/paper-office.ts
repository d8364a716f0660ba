import { simpleParser } from 'mailparser';
import { expect, type Page, test } from 'playwright/test';
import type { Inbox } from '../../../scripts/demo/inbox.ts';
import { sha256 } from '../../../scripts/demo/sha256.ts';
import { openWorkplace, type Workplace } from '../../../scripts/demo/workplace.ts';
import { ensureChromium, ensureProgram } from '../../../scripts/set-up.mjs';
import { type Desktop, openDesktop } from '../desktop.ts';
import { addRecipient, sendButton } from '../office.ts';
import { type PaperSite, startPaperSite } from './paper-site.ts';

export type PaperOffice = Workplace & {
  papers: PaperSite;
  desktop?: Desktop;
  /** Opens a path of the papers site in a new tab. */
  show(path: string): Promise<Page>;
  /** Presses the real toolbar button on this tab. */
  press(tab: Page): Promise<Page>;
  /** What a test leaves open would swallow the next one's press. */
  closePopups(): Promise<void>;
};

/** One office for all tests of a file: what they share is a browser, never a tab. */
export function paperOffice({ headed = false } = {}): () => PaperOffice {
  let office: PaperOffice | undefined;
  test.beforeAll(async () => {
    const chromium = ensureChromium();
    test.skip(!chromium, 'no Chromium on this machine');
    test.skip(headed && !ensureProgram('desktop'), 'no Xvfb on this machine');
    const desktop = headed ? await openDesktop() : undefined;
    if (desktop) process.env.DISPLAY = desktop.display;
    const papers = await startPaperSite();
    const workplace = await openWorkplace({ chromium: String(chromium), headless: !headed });
    await workplace.setUp();
    office = equip(workplace, papers, desktop);
  });
  test.afterEach(async () => {
    await office?.closePopups();
    const [, ...others] = office?.browser.context.pages() ?? [];
    for (const page of others) await page.close({ runBeforeUnload: false });
  });
  test.afterAll(async () => {
    await office?.close();
    await office?.papers.close();
    office?.desktop?.close();
  });
  return () => {
    if (!office) throw new Error('the office opens before the first test');
    return office;
  };
}

function equip(workplace: Workplace, papers: PaperSite, desktop: Desktop | undefined): PaperOffice {
  const popups: { close(): Promise<void> }[] = [];
  return {
    ...workplace,
    papers,
    ...(desktop && { desktop }),
    async show(path) {
      const tab = await workplace.browser.context.newPage();
      await tab.goto(papers.here + path, { waitUntil: 'commit' });
      return tab;
    },
    async press(tab) {
      await tab.bringToFront();
      const popup = await workplace.browser.pressToolbarButton(tab.url());
      popups.push(popup);
      return popup.page;
    },
    async closePopups() {
      for (const popup of popups.splice(0)) await popup.close();
    },
  };
}

type Stored = { fileName: string; sha256: string; size: number };

declare const chrome: { storage: { session: { get(key: null): Promise<Record<string, unknown>> } } };

/** The PDFs of the form's draft, in its order, as soon as it shows so many. */
export async function attachedIn(form: Page, count = 1): Promise<Stored[]> {
  await expect(form.getByRole('button', { name: 'Open the PDF' })).toHaveCount(count, { timeout: 30_000 });
  const names = await form.getByRole('main').locator('li bdi[data-file]').allTextContents();
  const drafts = await form.evaluate(async () => Object.values(await chrome.storage.session.get(null)));
  const all = (drafts as ({ capture?: { attachments?: { attachment: Stored }[] } } | null)[]).map((draft) =>
    (draft?.capture?.attachments ?? []).map(({ attachment }) => attachment),
  );
  const shown = all.find(
    (each) => each.length === names.length && each.every(({ fileName }, at) => fileName === names[at]),
  );
  if (!shown) throw new Error(`no draft holds ${names.join(', ')}`);
  return shown;
}

/** Waits until the page and the PDFs inside it are there. */
export async function loaded(tab: Page): Promise<void> {
  await tab.waitForLoadState('load');
  await tab.locator('iframe:not([src])').waitFor({ state: 'detached' });
}

/** As long as the viewer still reads the answer, even one marked no-store is shared from the cache. */
export async function notKept(tab: Page): Promise<void> {
  const ask = () => fetch(location.href, { cache: 'only-if-cached', mode: 'same-origin' }).then(({ ok }) => ok);
  await expect.poll(() => tab.evaluate(ask).catch(() => false)).toBe(false);
}

/** Sends what the form shows, and waits for the server's yes. */
export async function sendTo(form: Page, address: string): Promise<void> {
  await addRecipient(form, address);
  await expect(sendButton(form)).toBeEnabled();
  await sendButton(form).click();
  await expect(form.getByText(/Accepted by localhost/).first()).toBeVisible({ timeout: 20_000 });
}

/** Names and SHA-256 of the PDFs in the mail that arrived last. */
export async function lastMail(inbox: Inbox): Promise<[string | undefined, string][]> {
  const { raw } = await inbox.message(inbox.messages.length - 1);
  const { attachments } = await simpleParser(raw);
  return attachments.map(({ filename, content }) => [filename, sha256(content)]);
}
