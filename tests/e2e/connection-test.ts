import type { Page } from 'playwright/test';
import { chromiumId } from '../../protocol/identity.ts';
import { addRecipient, expect, type Office, sendButton, sendTo, test } from '../support/office.ts';
import { picture } from '../support/picture.ts';

// The extension page's own global; only what is used here.
declare const chrome: { storage: { session: { get(key: null): Promise<unknown> } } };

test.describe('in the settings, over fields that are not saved', () => {
  test.use({ configured: false });

  test('it names what is wrong, offers the change, turns green, and then a mail goes through', async ({ office }) => {
    const options = await openServerSection(office);
    const { inbox } = office;
    await options.getByLabel('SMTP server').fill('localhost');
    await options.getByRole('radio', { name: 'SSL', exact: true }).check();
    await options.getByLabel('Port', { exact: true }).fill(String(inbox.smtpPort));
    await options.getByLabel('Email address').fill(inbox.login.user);
    await options.getByLabel('Password', { exact: true }).fill('not this one');

    await runTest(options);
    await expect(options.getByText('The test stopped at: Encryption')).toBeVisible();
    await options.getByRole('button', { name: `Port ${inbox.smtpPort} answers with TLS: use it` }).click();
    await expect(options.getByRole('radio', { name: 'TLS', exact: true })).toBeChecked();

    await runTest(options);
    await expect(options.getByText('The test stopped at: Certificate')).toBeVisible();
    await expect(options.getByText(inbox.certificate.sha256)).toBeVisible();
    await picture(options, 'options-test-certificate');
    await options.getByRole('button', { name: 'Trust this certificate' }).click();

    await runTest(options);
    await expect(options.getByText('The test stopped at: Login', { exact: true })).toBeVisible();
    await expect(options.getByText(/535/)).toBeVisible();
    await options.getByLabel('Password', { exact: true }).fill(inbox.login.password);
    await expect(options.getByText(/changed since this test/)).toBeVisible();

    await runTest(options);
    await expect(options.getByText('The test passed: localhost will take your messages.')).toBeVisible();
    await expect(options.getByRole('list', { name: 'Steps of the test' }).getByRole('listitem')).toHaveCount(10);
    await picture(options, 'options-test-passed');
    expect(inbox.messages).toHaveLength(0);
    expect(await office.browser.storage.get('settings')).toBeUndefined();
    const kept = await options.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
    for (const text of [kept, await copiedDetails(options)]) {
      expect(text).toContain('AUTH PLAIN •••');
      expect(text).not.toContain(inbox.login.password);
      expect(text).not.toContain(Buffer.from(`\0${inbox.login.user}\0${inbox.login.password}`).toString('base64'));
    }

    await options.getByRole('radio', { name: /file/i }).check();
    await options.getByRole('button', { name: 'OK', exact: true }).click();
    await expect(options.getByText(/^Saved/)).toBeVisible();
    await expect(options.getByText('The test passed: localhost will take your messages.')).toBeVisible();
    await office.showInvoice();
    await sendTo(await office.press(), 'anna@northwind.example');
    expect((await inbox.message(0)).to).toEqual(['anna@northwind.example']);
  });

  test('it does not start while a field is wrong, and says which', async ({ office }) => {
    const options = await openServerSection(office);
    await runTest(options);
    await expect(options.getByText('Correct the marked fields first.')).toBeVisible();
    await expect(options.getByLabel('SMTP server')).toHaveAttribute('aria-invalid', 'true');
  });
});

test('in the popup it tests what is saved, and the message is still there afterwards', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await addRecipient(popup, 'anna@northwind.example');
  await popup.getByRole('button', { name: 'Test connection' }).click();
  await expect(popup.getByText('The test passed: localhost will take your messages.')).toBeVisible();
  await picture(popup, 'popup-test-passed');
  await popup.getByRole('button', { name: 'Back' }).click();
  await sendButton(popup).click();
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  expect(office.inbox.messages).toHaveLength(1);
});

async function openServerSection({ browser }: Office): Promise<Page> {
  const options = await browser.context.newPage();
  await options.goto(`chrome-extension://${chromiumId}/options.html#server`);
  return options;
}

async function runTest(options: Page): Promise<void> {
  await options.getByRole('button', { name: 'Test connection' }).click();
}

/** What "Copy details" puts into the clipboard, which is the whole computer's: other tests run at the same time. */
async function copiedDetails(page: Page): Promise<string> {
  const copied = page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        Object.assign(navigator.clipboard, { writeText: async (text: string) => resolve(text) }),
      ),
  );
  await page.getByRole('button', { name: 'Copy details' }).click();
  return copied;
}
