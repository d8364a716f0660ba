import type { Page } from 'playwright/test';
import { chromiumId } from '../../protocol/identity.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, type Office, sendTo, test } from '../support/office.ts';
import { openOptions } from '../support/options-page.ts';
import { picture } from '../support/picture.ts';

/** One state of a page after the other; what each of them does is proved elsewhere. */

const sections = [
  'Server',
  'Senders & replies',
  'Disabled addresses',
  'Address list',
  'Options',
  'Outbox & history',
  'About & diagnostics',
];

async function openPage({ browser }: Office, path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/${path}`);
  return page;
}

/** A window of 1280 × 800 that shows everything twice as large; pictures of it, from right to left and in the dark, when they are asked for. */
async function otherWaysToRead(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 640, height: 400 });
  expect(await page.evaluate(sidewaysOverflow)).toBeLessThanOrEqual(0);
  if (process.env.TABPOST_PICTURES) await picture(page, `${name}-zoom`);
  await page.setViewportSize(size);
  if (process.env.TABPOST_PICTURES) await pictures(page, name);
}

async function pictures(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await picture(page, `${name}-rtl`);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** CSS pixels that a reader would have to scroll sideways for. */
function sidewaysOverflow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

test('the form and the settings, with mails and addresses in them', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await expect(popup.getByText('Invoice-2026-0417.pdf', { exact: true })).toBeVisible();
  await expectAccessible(popup);
  await popup.getByRole('button', { name: 'Cc/Bcc' }).click();
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  await expectAccessible(popup);
  await popup.close();

  const panel = await openPage(office, 'popup.html?place=panel');
  await expect(panel.getByRole('heading', { name: 'Send this page' })).toBeVisible();
  await expectAccessible(panel);
  await otherWaysToRead(panel, 'panel');

  const options = await openOptions(office);
  for (const section of sections) {
    await options.getByRole('link', { name: section, exact: true }).click();
    await expect(options.getByRole('link', { name: section, exact: true })).toHaveAttribute('aria-current', 'page');
    await expectAccessible(options);
    await otherWaysToRead(options, `options-${section.split(' ')[0]?.toLowerCase()}`);
  }
});

test('suggestions, a failure and a connection test', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  await popup.getByRole('button', { name: 'Send to someone else' }).click();
  await popup.getByLabel('To', { exact: true }).pressSequentially('ann');
  await expect(popup.getByRole('option').first()).toBeVisible();
  await expectAccessible(popup);
  await popup.getByLabel('To', { exact: true }).fill('boss@blocked.example');
  await popup.getByLabel('To', { exact: true }).press('Enter');
  await expect(popup.getByText(/disabled/i).first()).toBeVisible();
  await expectAccessible(popup);
  await popup.getByRole('button', { name: 'Test connection' }).click();
  await expect(popup.getByRole('list', { name: 'Steps of the test' })).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Test again' })).toBeVisible();
  await expectAccessible(popup);
});

test.describe('before anything is set up', () => {
  test.use({ configured: false, companion: false });
  test('the first pages', async ({ office }) => {
    await office.showInvoice();
    await expectAccessible(await office.press());
    const welcome = await openPage(office, 'welcome.html');
    await expect(welcome.getByRole('heading', { name: 'Set up Tabpost' })).toBeVisible();
    await expectAccessible(welcome);
  });
});
