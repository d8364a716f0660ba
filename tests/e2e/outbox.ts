import type { Locator, Page } from 'playwright/test';
import { endBrowser } from '../support/faults.ts';
import { addRecipient, closePopup, expect, type Office, sendButton, sendTo, test } from '../support/office.ts';
import { openOutbox } from '../support/outbox-page.ts';
import { picture } from '../support/picture.ts';

async function sent(office: Office, address: string): Promise<Page> {
  const popup = await office.press();
  await sendTo(popup, address);
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  return popup;
}

/** What the page gives to the browser to be saved when this is pressed. */
async function saved(page: Page, button: Locator): Promise<string> {
  const text = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (file: Blob) => {
          URL.createObjectURL = createObjectURL;
          void file.text().then(resolve);
          return createObjectURL(file);
        };
      }),
  );
  await button.click();
  return text;
}

async function done(popup: Page): Promise<void> {
  await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name: 'Done' }).click()]);
}

test.describe('a press of Send can be taken back', () => {
  test('for the time that was set, with the popup closed in between; the draft is editable again', async ({
    office,
  }) => {
    await office.setUp((settings) => ({ ...settings, undoSeconds: 30 }));
    await office.showInvoice();
    const popup = await office.press();
    await sendTo(popup, 'anna@northwind.example');
    await expect(popup.getByText(/Sending in \d+ s/)).toBeVisible();
    await picture(popup, 'popup-undo');
    await Promise.all([popup.waitForEvent('close'), popup.evaluate(() => window.close())]);
    const again = await office.press();
    await expect(again.getByText(/Sending in \d+ s/)).toBeVisible();
    await expect(async () => {
      await again.keyboard.press('Enter'); // Undo has the focus; what comes with its appearance is no answer to it
      await expect(again.getByLabel('Subject')).toBeEnabled({ timeout: 300 });
    }).toPass();
    await expect(again.getByText('anna@northwind.example')).toBeVisible();
    expect(office.inbox.messages).toHaveLength(0);
    await again.getByLabel('Subject').fill('Second thoughts');
    await office.setUp();
    await sendButton(again).click();
    await expect(again.getByText(/Accepted by/).first()).toBeVisible();
    expect((await office.inbox.message(0)).raw.toString()).toContain('Second thoughts');
    expect(office.inbox.messages).toHaveLength(1);

    // One mail each: one Undo takes all of them back.
    await office.setUp((settings) => ({ ...settings, undoSeconds: 30, severalRecipients: 'each' }));
    await again.getByRole('button', { name: 'Send to someone else' }).click();
    for (const address of ['bob@northwind.example', 'eve@northwind.example']) await addRecipient(again, address);
    await again.keyboard.press('Control+Enter');
    await again.getByRole('button', { name: 'Undo' }).waitFor();
    await again.keyboard.press('Enter'); // one too many: no answer to what has just appeared
    await expect(again.getByText(/Sending in \d+ s/)).toBeVisible();
    await picture(again, 'popup-undo-each');
    await expect(async () => {
      await again.getByRole('button', { name: 'Undo' }).click({ timeout: 300 });
      await expect(again.getByLabel('Subject')).toBeEnabled({ timeout: 300 });
    }).toPass();
    await expect(again.getByText('eve@northwind.example')).toBeVisible();
    const rows = (await openOutbox(office)).getByRole('row', { name: /(bob|eve)@northwind/ });
    await expect(rows.filter({ hasText: 'Cancelled' })).toHaveCount(2);
    expect(office.inbox.messages).toHaveLength(1);
  });

  test('and leaves by itself when nobody does, with the popup closed', async ({ office }) => {
    await office.setUp((settings) => ({ ...settings, undoSeconds: 1 }));
    await office.showInvoice();
    const popup = await office.press();
    await sendTo(popup, 'anna@northwind.example');
    await closePopup(popup);
    await office.inbox.message(0);
    expect(office.inbox.messages).toHaveLength(1);
  });
});

test.describe('a document that was sent before', () => {
  test('says to whom and when, and a second copy takes a second press, by keyboard too', async ({ office }) => {
    await office.showInvoice();
    await done(await sent(office, 'anna@northwind.example'));
    const popup = await office.press();
    await expect(popup.getByText(/You sent this page to anna@northwind.example today at/)).toBeVisible();
    await addRecipient(popup, 'anna@northwind.example');
    await expect(sendButton(popup)).toBeEnabled();
    await popup.keyboard.press('Control+Enter');
    await expect(popup.getByRole('button', { name: /^Send again/ })).toBeVisible();
    await picture(popup, 'popup-already-sent');
    expect(office.inbox.messages).toHaveLength(1);
    await popup.keyboard.press('Control+Enter');
    await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
    expect(office.inbox.messages).toHaveLength(2);
  });

  test('a double click is no second press', async ({ office }) => {
    await office.showInvoice();
    await done(await sent(office, 'anna@northwind.example'));
    const popup = await office.press();
    await addRecipient(popup, 'anna@northwind.example');
    await expect(popup.getByText(/You sent this page/)).toBeVisible();
    await sendButton(popup).dblclick();
    await expect(popup.getByRole('button', { name: /^Send again/ })).toBeVisible();
    expect(office.inbox.messages).toHaveLength(1);
  });
});

test('the outbox lists, finds, exports, deletes with undo and sends again as a new message', async ({ office }) => {
  await office.showInvoice();
  await done(await sent(office, 'anna@northwind.example'));
  const page = await openOutbox(office);
  const row = page.getByRole('row', { name: /anna@northwind/ });
  await expect(row).toContainText('Sent');
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('accepted', { exact: true })).toBeVisible();
  await picture(page, 'options-outbox');

  await page.getByRole('searchbox').fill('nobody');
  await expect(page.getByText('No message fits.')).toBeVisible();
  await page.getByRole('searchbox').fill('NORTHWIND 0417');
  await expect(row).toBeVisible();

  const downloading = page.waitForEvent('download');
  const csv = await saved(page, page.getByRole('button', { name: 'Export CSV' }));
  expect((await downloading).suggestedFilename()).toMatch(/^tabpost-.*\.csv$/);
  await row.getByRole('button', { name: 'Details' }).click();
  for (const file of [csv, await saved(page, row.getByRole('button', { name: 'Save as .eml' }))]) {
    expect(file).toContain('anna@northwind.example');
    expect(file).not.toContain(office.inbox.login.password);
  }

  await row.getByRole('button', { name: 'Delete' }).click();
  await expect(row).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();

  await row.getByRole('button', { name: 'Details' }).click();
  await row.getByRole('button', { name: /Send as a new message/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send', exact: true }).click();
  const second = await office.inbox.message(1);
  expect(second.to).toEqual(['anna@northwind.example']);

  await office.setUp((settings) => ({ ...settings, disabled: ['*@northwind.example'] }));
  await expect(row).toHaveCount(2);
  await row.first().getByRole('button', { name: 'Details' }).click();
  await row
    .first()
    .getByRole('button', { name: /Send as a new message/ })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('alertdialog').getByRole('alert')).toContainText('anna@northwind.example');
  await page.getByRole('button', { name: "Don't send" }).click();
  await expect(row).toHaveCount(2);
});

test('a browser ended within the time for Undo: the mail leaves after the next start, without a click', async ({
  office,
}) => {
  await office.setUp((settings) => ({ ...settings, undoSeconds: 8 }));
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByText(/Sending in \d s/)).toBeVisible();
  await endBrowser(office, 'SIGKILL');
  expect(office.inbox.messages).toHaveLength(0);
  await office.relaunch();
  await office.inbox.message(0);
  expect(office.inbox.messages).toHaveLength(1);
});

test('what was typed and not sent comes back after the restart of the browser', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await addRecipient(popup, 'anna@northwind.example');
  await popup.getByLabel('Subject').fill('April, as agreed');
  await Promise.all([popup.waitForEvent('close'), popup.evaluate(() => window.close())]);
  await endBrowser(office, 'SIGTERM');
  await office.relaunch();
  await office.showInvoice();
  const again = await office.press();
  await expect(again.getByLabel('Subject')).toHaveValue('April, as agreed');
  await expect(again.getByText('anna@northwind.example')).toBeVisible();
  await expect(again.getByText('Picked up where you left off')).toBeVisible();
});
