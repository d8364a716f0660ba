import { expect, type Page, test } from 'playwright/test';
import { addRecipient, closePopup, sendButton } from '../support/office.ts';
import { lastMail, paperOffice, sendTo } from '../support/papers/paper-office.ts';
import { picture } from '../support/picture.ts';

const office = paperOffice();
const heading = 'The page shows something else now';

async function fileIn(form: Page, name: string): Promise<void> {
  await expect(form.locator('bdi[data-file]')).toHaveText(name);
}

test('an application that shows all its invoices at one address: the PDF is of the invoice that is shown, or a person is asked', async () => {
  const { inbox, show, press } = office();
  const tab = await show('/one-address');
  const first = await press(tab);
  await fileIn(first, 'Invoice 2026-0041.pdf');
  await addRecipient(first, 'anna@northwind.example');
  await expect(first.getByText('Ready')).toBeVisible();
  await closePopup(first);

  await test.step('the same invoice loaded anew: nothing typed is lost, nothing is asked', async () => {
    await tab.reload();
    const again = await press(tab);
    await expect(again.getByText('Picked up where you left off')).toBeVisible();
    await expect(again.getByText('anna@northwind.example')).toBeVisible();
    await expect(sendButton(again)).toBeEnabled();
    await expect(again.getByText(heading)).toHaveCount(0);
    await closePopup(again);
  });

  await test.step('another one by a form: asked, and not sent before the answer', async () => {
    await Promise.all([tab.waitForNavigation(), tab.getByRole('button', { name: 'Post 0042' }).click()]);
    const asking = await press(tab);
    await expect(asking.getByRole('alert')).toContainText(heading);
    await fileIn(asking, 'Invoice 2026-0041.pdf');
    await expect(sendButton(asking)).toBeDisabled();
    await picture(asking, 'popup-elsewhere');
    await asking.getByRole('button', { name: 'Get the page again' }).click();
    await fileIn(asking, 'Invoice 2026-0042.pdf');
    await expect(asking.getByRole('alert')).toHaveCount(0);
    await expect(asking.getByText('anna@northwind.example')).toBeVisible();
    await expect(asking.getByLabel('Subject')).toHaveValue('Invoice 2026-0042');
    await expect(asking.getByLabel('Message')).toHaveValue(/Invoice 2026-0042\.pdf/);
    await sendButton(asking).click();
    await expect(asking.getByText(/Accepted by localhost/).first()).toBeVisible({ timeout: 20_000 });
    expect((await lastMail(inbox)).map(([name]) => name)).toEqual(['Invoice 2026-0042.pdf']);
    await closePopup(asking);
  });

  await test.step('after that mail, another one by a script: a new message to nobody yet', async () => {
    await tab.getByRole('button', { name: 'Show 0041' }).click();
    const next = await press(tab);
    await fileIn(next, 'Invoice 2026-0041.pdf');
    await expect(next.getByText('anna@northwind.example')).toHaveCount(0);
    await sendTo(next, 'ben@northwind.example');
    expect((await lastMail(inbox)).map(([name]) => name)).toEqual(['Invoice 2026-0041.pdf']);
  });
});
