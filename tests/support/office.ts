import { test as base, expect, type Page } from 'playwright/test';
import { openWorkplace, type Workplace } from '../../scripts/demo/workplace.ts';
import { ensureChromium } from '../../scripts/set-up.mjs';

export type Office = Workplace & {
  /** Signs in at the invoicing application and shows the sample invoice. @param query makes it a page of its own */
  showInvoice(query?: string): Promise<Page>;
  /** Presses the real toolbar button on the tab with this address; the invoice's when none is given. */
  press(address?: string): Promise<Page>;
};

type Options = {
  /** Whether the companion is registered with the browser. */
  companion: boolean;
  /** Whether settings for the demo inbox are saved before the test begins. */
  configured: boolean;
};

/** Every test gets an office of its own: real Chromium, real companion, real SMTP server, empty profile. */
export const test = base.extend<Options & { office: Office }>({
  companion: [true, { option: true }],
  configured: [true, { option: true }],
  office: async ({ companion, configured }, use, info) => {
    const chromium = ensureChromium();
    info.skip(!chromium, 'no Chromium on this machine');
    const workplace = await openWorkplace({ chromium: String(chromium), headless: true, companion });
    const complaints = watchConsole(workplace);
    try {
      if (configured) await workplace.setUp();
      await use(equip(workplace));
      // Whatever a test is about: the strict content security policy must never be broken.
      expect(complaints).toEqual([]);
    } finally {
      await workplace.close();
    }
  },
});

function equip(workplace: Workplace): Office {
  const { site } = workplace;
  return Object.assign(workplace, {
    async showInvoice(query = '') {
      const tab = await workplace.browser.context.newPage();
      await tab.goto(site.url);
      await tab.goto(`${site.invoiceUrl}${query}`);
      return tab;
    },
    async press(address = site.invoiceUrl) {
      const { page } = await workplace.browser.pressToolbarButton(address);
      return page;
    },
  });
}

function watchConsole({ browser }: Workplace): string[] {
  const complaints: string[] = [];
  browser.context.on('console', (message) => {
    const text = message.text();
    if (/content security policy/i.test(text) && message.page()?.url().startsWith('chrome-extension:'))
      complaints.push(text);
  });
  return complaints;
}

/** Types a recipient into the popup's To field as people do. */
export async function addRecipient(popup: Page, text: string): Promise<void> {
  const to = popup.getByLabel('To', { exact: true });
  await to.fill(text);
  await to.press('Enter');
}

/** Waits until the popup has the PDF, then sends to this recipient. */
export async function sendTo(popup: Page, address: string): Promise<void> {
  await expect(popup.getByText('Invoice-2026-0417.pdf', { exact: true })).toBeVisible();
  await addRecipient(popup, address);
  await sendButton(popup).click();
}

/** Closes the popup as Escape does. */
export async function closePopup(popup: Page): Promise<void> {
  await popup.evaluate(() => window.close()).catch(() => undefined); // it may be gone before it can answer
}

export function sendButton(popup: Page) {
  return popup.getByRole('button', { name: /^Send( again)?\b/ });
}

export { expect };
