import { join } from 'node:path';
import type { Page } from 'playwright';
import type { OutboxState } from '../../domain/outbox.ts';
import type { Server } from '../../domain/profile.ts';
import { until } from '../../scripts/demo/until.ts';
import type { Workplace } from '../../scripts/demo/workplace.ts';
import { extensionPage } from '../support/extension-page.ts';
import { loadExtension } from '../support/load-extension.ts';
import type { BrowserVictim } from './browser-victims.ts';
import type { FoundMail } from './pages/crash-page.ts';

type Wish = {
  /** Own number of the press: no two share a tab. */
  round: number;
  to: string;
  /** Bytes of the PDF, unless it is the one of the tab. */
  size: number;
};

export type BrowserDesk = {
  /** The mail goes to this server; the outbox is emptied. */
  begin(server: Server): Promise<void>;
  /**
   * Gets ready to send: by the real toolbar button and popup, or by a page's own message to the background, about a PDF of any size.
   * @returns the press; it resolves when the outbox has the mail, and rejects when whatever was pressed cannot send it any more
   */
  prepare: Record<'popup' | 'page', (wish: Wish) => Promise<() => Promise<void>>>;
  /** The mail of this round; undefined when there is none. @throws while the page is gone */
  mail(): Promise<FoundMail | undefined>;
  /** Whether the outbox shows the mail in this state, for people to read. */
  shows(state: OutboxState): Promise<boolean>;
  /** Presses "Send now", which shortens a waiting time. */
  sendNow(): Promise<void>;
  /** What a person does next: starts the browser again, opens the outbox again. The rest has to come back by itself. */
  revive(victim: BrowserVictim): Promise<void>;
};

const script = join(import.meta.dirname, 'pages/crash-page.ts');
/** No tab has such a number: these drafts stay out of the way of real ones. */
const noTab = 2_000_000_000;
/** ms; a press is a click. */
const quickly = 10_000;

/** What a person does and sees at a browser, with "Outbox & history" open in a tab. */
export async function openBrowserDesk(workplace: Workplace): Promise<BrowserDesk> {
  let page = await openOutbox();

  function openOutbox(): Promise<Page> {
    return extensionPage(workplace.browser.context, 'options.html#outbox', script);
  }

  function mail(): Promise<FoundMail | undefined> {
    return page.evaluate(() => window.crashPage.mail());
  }

  return {
    async begin(server) {
      if (page.isClosed()) page = await openOutbox(); // an earlier round broke off
      const others = workplace.browser.context.pages().filter((each) => each !== page);
      await Promise.all(others.map((each) => each.close()));
      await page.evaluate(() => window.crashPage.clear());
      await page.evaluate((to) => window.crashPage.sendThrough(to), server);
    },
    prepare: {
      async popup(wish) {
        const popup = await openPopup(workplace, wish);
        return async () => {
          await popup.getByRole('button', { name: /^Send/ }).click();
          const hasMail = until(mail, () => 'the mail');
          await Promise.race([hasMail, popup.waitForEvent('close'), popup.getByRole('alert').waitFor()]);
        };
      },
      async page({ round, to, size }) {
        const tabId = noTab + round;
        await page.evaluate((wish) => window.crashPage.prepare(wish), { tabId, to, size });
        return () => page.evaluate((tab) => window.crashPage.press(tab), tabId);
      },
    },
    mail,
    async shows(state) {
      const label = await page.evaluate((which) => window.crashPage.label(which), state);
      const badges = await page.locator('tbody td:first-child').allInnerTexts();
      return badges.length === 1 && badges[0] === label;
    },
    async sendNow() {
      await page.bringToFront();
      await page.getByRole('button', { name: 'Send now' }).click({ timeout: quickly });
    },
    async revive(victim) {
      if (victim === 'browser' || victim === 'everything') await workplace.relaunch();
      else if (victim !== 'extension process') return;
      else await page.close();
      page = await openOutbox().catch(async (error: unknown) => {
        // A popup died, too: then the browser switches the extension off, says so, and loads it again on a click.
        if (!String(error).includes('ERR_BLOCKED_BY_CLIENT')) throw error;
        await loadExtension(workplace.browser.context);
        return openOutbox();
      });
    },
  };
}

/** The popup on the sample invoice, filled in. */
async function openPopup({ browser, site }: Workplace, { round, to }: Wish): Promise<Page> {
  const tab = await browser.context.newPage();
  const address = `${site.invoiceUrl}?round=${round}`;
  await tab.goto(site.url);
  await tab.goto(address);
  const { page: popup } = await browser.pressToolbarButton(address);
  await popup.getByText(/2 pages/).waitFor();
  await popup.getByLabel('To', { exact: true }).fill(to);
  await popup.getByLabel('To', { exact: true }).press('Enter');
  return popup;
}
