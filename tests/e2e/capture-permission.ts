import { expect, type Page, test } from 'playwright/test';
import { sha256 } from '../../scripts/demo/sha256.ts';
import type { Desktop } from '../support/desktop.ts';
import { attachedIn, lastMail, loaded, type PaperOffice, paperOffice, sendTo } from '../support/papers/paper-office.ts';
import { smallPdf } from '../support/papers/small-pdf.ts';
import { picture } from '../support/picture.ts';
import { pressAway } from '../support/press-away.ts';

/** Real prompts and menus: a browser with a window, on a screen that nobody sees. */
const office = paperOffice({ headed: true });

const hash = (text: string) => sha256(smallPdf(text));

declare const chrome: {
  permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
  tabs: {
    query(filter: object): Promise<{ id: number; index: number; url?: string }[]>;
    highlight(tabs: { tabs: number[] }): Promise<unknown>;
  };
};

test.beforeEach(async () => {
  const [worker] = office().browser.context.serviceWorkers();
  await worker?.evaluate(() => chrome.permissions.remove({ origins: ['*://*/*', 'http://localhost/*'] }));
});

test('a blob: PDF gives its bytes after one explained permission, and the flow goes on by itself', async () => {
  const blob = await openBlob(office());
  const form = await allow(office(), await office().press(blob), 'Allow for all sites');
  expect(await attachedIn(form)).toMatchObject([{ sha256: hash('made here') }]);
  await sendTo(form, 'anna@northwind.example');
  expect((await lastMail(office().inbox)).map(([, sum]) => sum)).toEqual([hash('made here')]);
});

test('a blob: PDF that was given up by its page leads to the way out', async () => {
  const blob = await openBlob(office());
  const maker = office()
    .browser.context.pages()
    .find((page) => page.url().endsWith('/blob'));
  await maker?.evaluate(() => URL.revokeObjectURL((window as unknown as { made: string }).made));
  const form = await allow(office(), await office().press(blob), 'Allow for all sites');
  await expect(form.getByRole('alert')).toContainText('This PDF can only be saved by the browser');
  await expect(form.getByText('Drop PDF files here')).toBeVisible();
});

test('a PDF of another site inside a page: one permission for that site', async () => {
  const { show, press } = office();
  const tab = await show('/embed-elsewhere');
  await loaded(tab);
  const form = await allow(office(), await press(tab), 'Allow for localhost');
  expect(await attachedIn(form)).toMatchObject([{ sha256: hash('second') }]);
});

test('a link to a PDF of another site: chosen, allowed, attached', async () => {
  const { show, press } = office();
  const popup = await press(await show('/links'));
  await popup.getByRole('button', { name: /Terms/ }).click();
  const form = await allow(office(), popup, 'Allow for localhost');
  expect((await attachedIn(form, 2)).at(-1)).toMatchObject({ sha256: hash('second') });
});

test('several selected tabs make one mail with their PDFs in tab order', async () => {
  const { show, browser, inbox } = office();
  const tabs = [await show('/c.pdf'), await show('/a.pdf'), await show('/b.pdf')];
  const [worker] = browser.context.serviceWorkers();
  await tabs[1]?.bringToFront();
  await worker?.evaluate(async () => {
    const all = await chrome.tabs.query({});
    const last = all.length - 1;
    await chrome.tabs.highlight({ tabs: [last - 1, last - 2, last] });
  });
  const [, front] = tabs;
  if (!front) throw new Error('no tab');
  const { page: popup } = await browser.pressToolbarButton(front.url());
  await popup.getByRole('button', { name: 'Attach the PDFs of all 3 tabs' }).click();
  await picture(popup, 'popup-selected-tabs');
  const form = await allow(office(), popup, 'Allow for all sites');
  await expect(form.getByRole('button', { name: 'Open the PDF' })).toHaveCount(3);
  await sendTo(form, 'anna@northwind.example');
  expect((await lastMail(inbox)).map(([, sum]) => sum)).toEqual([hash('third'), hash('first'), hash('second')]);
});

test.describe('the menu of the page', () => {
  test('"E-mail the PDF behind this link" fetches it and opens the form', async () => {
    const { show, desktop, browser } = office();
    const tab = await show('/links');
    await pickFromMenu(desktop, 2, () =>
      tab.getByRole('link', { name: 'Download invoice' }).click({ button: 'right' }),
    );
    const { page: form } = await browser.openedForm('popup');
    expect(await attachedIn(form)).toMatchObject([{ fileName: 'a.pdf', sha256: hash('first') }]);
  });

  test('"E-mail this page as PDF" opens the form with the page', async () => {
    const { show, desktop, browser } = office();
    const tab = await show('/iframe');
    await loaded(tab);
    await pickFromMenu(desktop, 3, () => tab.mouse.click(500, 500, { button: 'right' }));
    const { page: form } = await browser.openedForm('popup');
    expect(await attachedIn(form)).toMatchObject([{ sha256: hash('first') }]);
  });
});

test('the side panel shows the same form, and asks for a press on a tab it may not see', async () => {
  const { show, press, browser } = office();
  const tab = await show('/a.pdf');
  const popup = await press(tab);
  await attachedIn(popup);
  await popup.getByRole('button', { name: 'Open in the side panel' }).click();
  const { page: panel } = await browser.openedForm('panel');
  expect(await attachedIn(panel)).toMatchObject([{ sha256: hash('first') }]);
  await expect(panel.getByText('Drop PDF files here')).toBeVisible();
  await picture(panel, 'side-panel');
  await show('/b.pdf');
  await expect(panel.getByText('Press the Tabpost button on this tab')).toBeVisible();
});

/** `fromBelow` counts ours: below it stands "Inspect", on a page "View page source", too. */
async function pickFromMenu(desktop: Desktop | undefined, fromBelow: number, open: () => Promise<void>): Promise<void> {
  const before = desktop?.windows() ?? 0;
  await open();
  await expect.poll(() => desktop?.windows()).toBeGreaterThan(before);
  desktop?.press(...Array<string>(fromBelow).fill('Up'), 'Return');
}

async function openBlob({ browser, show }: PaperOffice): Promise<Page> {
  const maker = await show('/blob');
  const [blob] = await Promise.all([browser.context.waitForEvent('page'), maker.getByRole('button').click()]);
  await blob.waitForURL(/^blob:/);
  return blob;
}

/** Presses Allow in the popup, which leads to a tab; there again, and in the browser's own prompt. */
async function allow({ browser, desktop }: PaperOffice, popup: Page, label: string): Promise<Page> {
  const form = await pressAway(browser.context, popup.getByRole('button', { name: label }));
  const button = form.getByRole('button', { name: label });
  const isPageBare = () => desktop?.pixel(950, 800) === '#FFFFFF';
  // The tab before may still be on the screen, and its colour is another.
  await expect.poll(isPageBare).toBe(true);
  await button.click();
  // The prompt darkens the page. What was granted to this profile once is granted again without one.
  await expect.poll(async () => !isPageBare() || (await button.isHidden())).toBe(true);
  if (await button.isHidden()) return form;
  // It takes nothing in its first half second, so that nobody allows by mistake what just popped up; no event tells its end.
  await form.waitForTimeout(1500);
  desktop?.press('Tab'); // from Cancel to Allow
  await expect(async () => {
    desktop?.press('Return');
    await expect(button).toBeHidden({ timeout: 1500 });
  }).toPass({ timeout: 20_000 });
  return form;
}
