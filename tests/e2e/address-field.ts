import type { Page } from 'playwright/test';
import type { Settings } from '../../domain/settings.ts';
import { addRecipient, expect, type Office, sendButton, sendTo, test } from '../support/office.ts';
import { openOptions } from '../support/options-page.ts';
import { picture } from '../support/picture.ts';

const several = (severalRecipients: Settings['severalRecipients']) => (settings: Settings) => ({
  ...settings,
  severalRecipients,
});

async function open(office: Office): Promise<Page> {
  await office.showInvoice();
  const popup = await office.press();
  await expect(popup.getByText('Invoice-2026-0417.pdf', { exact: true })).toBeVisible();
  return popup;
}

/** The recipients in To, Cc and Bcc. */
function tags(popup: Page) {
  return popup.locator('li', { has: popup.locator('[data-tag]') });
}

/** Light and dark. */
async function pictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${name}-${colorScheme}`);
  }
}

test.describe('the address field', () => {
  test('offers known recipients by name, address and domain; keys pick and forget, and never submit', async ({
    office,
  }) => {
    await office.setUp(several('visible'));
    const known =
      'Anna Berg <anna@northwind.example>; Andrea North <andrea@contoso.example>; ines.dahl@fabrikam.example';
    const first = await open(office);
    await sendTo(first, known);
    await expect(first.getByText(/Accepted by/).first()).toBeVisible();
    await first.getByRole('button', { name: 'Send to someone else' }).click();

    const popup = first;
    const to = popup.getByLabel('To', { exact: true });
    const options = popup.getByRole('option');
    await to.pressSequentially('north');
    await expect(options).toHaveCount(2);
    await pictures(popup, 'popup-list-open');
    await to.press('ArrowDown');
    await to.press('ArrowUp');
    const chosen = await popup.locator('[role=option][aria-selected=true] bdi').first().textContent();
    await to.press('Enter');
    await expect(tags(popup)).toHaveText([chosen ?? '-']);
    await expect(popup.getByRole('heading', { name: 'Send this page' })).toBeVisible();

    await to.pressSequentially('dahl');
    await popup.getByRole('button', { name: 'Forget ines.dahl@fabrikam.example' }).click();
    await expect(options).toHaveCount(0);
    await expect(to).toHaveValue('dahl');
    await to.press('Escape');
    await expect(to).toHaveValue('');
  });

  test('an address typed to its end is taken as it is, whatever the list offers', async ({ office }) => {
    const popup = await open(office);
    await sendTo(popup, 'anna@northwind.example.org');
    await popup.getByRole('button', { name: 'Send to someone else' }).click();
    const to = popup.getByLabel('To', { exact: true });
    await to.pressSequentially('anna@northwind.example');
    await expect(popup.getByRole('option')).toHaveCount(1);
    await to.press('Enter');
    await expect(tags(popup)).toHaveText(['anna@northwind.example']);
  });

  test('warns of a slip in a known domain and mends it by one click', async ({ office }) => {
    const popup = await open(office);
    await addRecipient(popup, 'Anna <anna@gmial.com>');
    await expect(popup.getByText('gmial.com: did you mean gmail.com?')).toBeVisible();
    await pictures(popup, 'popup-near-miss');
    await popup.getByRole('button', { name: 'Use gmail.com' }).click();
    await expect(popup.getByText(/did you mean/)).toBeHidden();
    await sendButton(popup).click();
    expect((await office.inbox.message(0)).to).toEqual(['anna@gmail.com']);
  });

  test('shows how a foreign domain is spelt on its way, and warns of letters that pass for others', async ({
    office,
  }) => {
    const popup = await open(office);
    await addRecipient(popup, 'a@münchen.example');
    await expect(popup.getByText('münchen.example is xn--mnchen-3ya.example on its way.')).toBeVisible();
    await addRecipient(popup, 'a@pаypal.example'); // the second letter is Cyrillic
    await expect(popup.getByText(/mixes letters of several alphabets.*xn--pypal-4ve\.example/)).toBeVisible();
    await pictures(popup, 'popup-idn');
  });

  test('refuses letters before the @ that mail servers do not carry, with a sentence of its own', async ({
    office,
  }) => {
    const popup = await open(office);
    await addRecipient(popup, 'jürgen@northwind.example');
    await expect(popup.getByRole('alert')).toContainText('before the @');
    await pictures(popup, 'popup-bad-address');
  });

  test('30 recipients: all taken, the popup stays within 600 px', async ({ office }) => {
    const popup = await open(office);
    await addRecipient(popup, 'anna@northwind.example; hugo@contoso.example; ines@fabrikam.example');
    await pictures(popup, 'popup-bcc-3');
    const more = Array.from({ length: 27 }, (_, at) => `Person ${at}\tperson${at}@company${at}.example\tDept ${at}`);
    await addRecipient(popup, more.join('\n'));
    await expect(popup.getByText(/^30 recipients, all in blind copy/)).toBeVisible();
    await pictures(popup, 'popup-bcc-30');
    expect(await popup.evaluate(() => document.body.scrollHeight)).toBeLessThanOrEqual(600);
  });

  test('Cc and Bcc stand behind their button; who sees whom is said', async ({ office }) => {
    await office.setUp(several('visible'));
    const popup = await open(office);
    await addRecipient(popup, 'anna@northwind.example');
    await popup.getByRole('button', { name: 'Cc/Bcc' }).click();
    await expect(popup.getByLabel('Cc', { exact: true })).toBeFocused();
    await popup.getByLabel('Cc', { exact: true }).fill('Hugo <hugo@contoso.example>');
    await popup.getByLabel('Bcc', { exact: true }).fill('boss@blocked.example');
    await popup.getByLabel('Bcc', { exact: true }).press('Enter');
    await expect(popup.getByRole('alert')).toContainText('boss@blocked.example is on the disabled list');
    await pictures(popup, 'popup-cc-disabled');
    await popup.getByLabel('Bcc', { exact: true }).fill('archive@acme.example');
    await popup.getByLabel('Bcc', { exact: true }).press('Tab');
    await expect(popup.getByText("2 recipients see each other's addresses, but not 1 in blind copy.")).toBeVisible();
    await sendButton(popup).click();
    const { raw, to } = await office.inbox.message(0);
    expect(to).toEqual(['anna@northwind.example', 'hugo@contoso.example', 'archive@acme.example']);
    const text = raw.toString('latin1');
    expect(text).toMatch(/^To: anna@northwind\.example\r$/m);
    expect(text).toMatch(/^Cc: Hugo <hugo@contoso\.example>\r$/m);
    expect(text).not.toMatch(/archive@acme|^bcc:/im);
  });
});

test('the options: disabled addresses and what happens to several recipients, from the form to the mail', async ({
  office,
}) => {
  await office.setUp();
  const page = await openOptions(office, '#disabled');
  await page.getByLabel('Why (optional)').fill('Salaries are private');
  await page.getByLabel('Address or domain').fill('payroll@acme.example');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('File with rules').setInputFiles({
    name: 'rules.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('rule;why\r\n@Internal.acme.example;staff only\r\n*.test.acme.example\r\n', 'latin1'),
  });
  await expect(page.getByText(/2 rules were added\./)).toBeVisible();
  await page.getByLabel('Try an address').fill('Payroll+april@ACME.example');
  await expect(
    page.getByText(
      "Payroll+april@ACME.example can't be mailed: payroll@acme.example catches it (Salaries are private).",
    ),
  ).toBeVisible();
  await pictures(page, 'options-disabled');
  await page.getByRole('button', { name: 'Remove *.test.acme.example' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: 'Remove *@blocked.example' }).click();
  await page.getByRole('link', { name: 'Options' }).click();
  await page.getByRole('checkbox', { name: 'Blind copy by multiple addresses' }).uncheck();
  await page.getByRole('radio', { name: 'One mail each' }).check();
  await page.getByLabel('Always send a blind copy to').fill('archive@acme.example');
  await page.getByRole('button', { name: 'OK' }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await pictures(page, 'options-recipients');
  expect(await office.browser.storage.get('settings')).toMatchObject({
    disabled: ['*@internal.acme.example', '*.test.acme.example', 'payroll@acme.example'],
    disabledNotes: { 'payroll@acme.example': 'Salaries are private', '*@internal.acme.example': 'staff only' },
    severalRecipients: 'each',
    alwaysBcc: ['archive@acme.example'],
  });

  const popup = await open(office);
  await addRecipient(popup, 'anna@northwind.example; hugo@blocked.example');
  await expect(popup.getByText(/2 mails, one for each recipient.*A blind copy goes to archive/)).toBeVisible();
  await sendButton(popup).click();
  await expect(popup.getByText(/Accepted by/)).toBeVisible();
  await pictures(popup, 'popup-each-sent');
  const envelopes = [await office.inbox.message(0), await office.inbox.message(1)].map(({ to }) => to.join(' ')).sort();
  expect(envelopes).toEqual([
    'anna@northwind.example archive@acme.example',
    'hugo@blocked.example archive@acme.example',
  ]);
});
