import { test as base, expect } from 'playwright/test';
import { type FirefoxWorkplace, openFirefoxWorkplace } from '../../scripts/demo/firefox/firefox-workplace.ts';
import type { Surface } from '../../scripts/demo/firefox/surface.ts';
import { until } from '../../scripts/demo/until.ts';
import { ensureProgram } from '../../scripts/set-up.mjs';

type Choice = {
  /** Whether the companion is registered with the browser. */
  companion?: boolean;
  /** Whether settings for the demo inbox are saved before the first test begins. */
  configured?: boolean;
  /** Whether the permission for the invoicing application was given before. */
  allowed?: boolean;
  preferences?: Record<string, string | number | boolean>;
};

export const test = base;
export { expect };

/**
 * One office for the tests of a file: real Firefox, real companion, real SMTP server, a profile of its own.
 * Every test begins without tabs, popup and received mails.
 */
export function firefoxOffice({ configured = true, allowed = false, ...choice }: Choice = {}): () => FirefoxWorkplace {
  let workplace: FirefoxWorkplace | undefined;
  const office = () => {
    if (!workplace) throw new Error('the office is not open yet');
    return workplace;
  };
  test.beforeAll(async () => {
    const executablePath = ensureProgram('firefox');
    test.skip(!executablePath, 'no Firefox on this machine');
    workplace = await openFirefoxWorkplace({ executablePath: String(executablePath), headless: true, ...choice });
    if (configured) await workplace.setUp();
    if (allowed) await workplace.firefox.allowSite(workplace.site.url);
  });
  test.beforeEach(async () => {
    office().inbox.messages.length = 0;
    await office().firefox.forgetMails();
  });
  test.afterEach(async () => {
    await office().firefox.closePopup();
    await office().firefox.closeTabs();
  });
  test.afterAll(async () => {
    // Whatever the tests are about: the strict content security policy must never be broken.
    const complaints = await workplace?.firefox.policyComplaints();
    await workplace?.close();
    expect(complaints ?? []).toEqual([]);
  });
  return office;
}

/** Signs in at the invoicing application and shows the sample invoice. */
export async function showInvoice({ firefox, site }: FirefoxWorkplace): Promise<void> {
  await firefox.open(site.url);
  await firefox.open(site.invoiceUrl);
}

/** Waits until this can be read there. */
export async function sees(surface: Pick<Surface, 'text'>, words: string | RegExp): Promise<void> {
  const text = expect.poll(() => surface.text(), { message: `reads ${words}` });
  if (typeof words === 'string') await text.toContain(words);
  else await text.toMatch(words);
}

/** Types a recipient into the popup's To field as people do. */
export async function addRecipient(popup: Surface, text: string): Promise<void> {
  await popup.fill('To', text);
  await popup.keys('Enter');
}

/** Waits until the popup has the PDF, then sends to this recipient. */
export async function sendTo(popup: Surface, address: string): Promise<void> {
  await expect.poll(() => popup.isEnabled('button', 'Open the PDF')).toBe(true);
  await addRecipient(popup, address);
  await popup.click('button', /^Send( again)?\b/);
}

type Attachment = { fileName: string; sha256: string };

/** The PDFs of the form's draft, in its order, as soon as it shows so many and they are what is stored. */
export async function attachedIn(form: Pick<Surface, 'run' | 'isEnabled'>, count = 1): Promise<Attachment[]> {
  const shown = expect.poll(() => form.run(fileNamesIn), { timeout: 30_000, message: 'shows the attached PDFs' });
  await shown.toHaveLength(count);
  await expect.poll(() => form.isEnabled('button', 'Open the PDF')).toBe(true);
  return until(
    async () => (await form.run(fileNamesIn))?.length === count && shownDraft(form),
    async () => `a draft that holds ${await form.run(fileNamesIn)}`,
  );
}

async function shownDraft(form: Pick<Surface, 'run'>): Promise<Attachment[] | undefined> {
  const names = JSON.stringify(await form.run(fileNamesIn));
  const drafts = Object.values(JSON.parse((await form.run(sessionStorageOf)) ?? '{}')) as (Draft | null)[];
  const all = drafts.map((draft) => draft?.capture?.attachments?.map(({ attachment }) => attachment) ?? []);
  const shown = all.find((each) => JSON.stringify(each.map(({ fileName }) => fileName)) === names);
  return shown?.map(({ fileName, sha256 }) => ({ fileName, sha256 }));
}

type Draft = { capture?: { attachments?: { attachment: Attachment }[] } };

function fileNamesIn(page: Document): string[] {
  return [...page.querySelectorAll('main li bdi[data-file]')].map((name) => name.textContent ?? '');
}

async function sessionStorageOf(page: Document): Promise<string> {
  const { browser } = (page as unknown as Unwrapped).wrappedJSObject.defaultView;
  return JSON.stringify(await browser.storage.session.get(null));
}
