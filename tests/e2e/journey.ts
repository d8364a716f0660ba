import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { sha256 } from '../../scripts/demo/sha256.ts';
import { addRecipient, closePopup, expect, type Office, sendButton, sendTo, test } from '../support/office.ts';
import { picture } from '../support/picture.ts';

test('the invoice in the tab arrives byte for byte, and the server is asked for it only once', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await expect(popup.getByRole('heading', { name: 'Send this page' })).toBeVisible();
  await expect(popup.getByText(/2 pages/)).toBeVisible();
  await addRecipient(popup, 'anna.berg@northwind.example');
  await picture(popup, 'popup-ready');
  await sendButton(popup).click();
  await expect(popup.getByText(/Accepted by localhost/).first()).toBeVisible();
  await picture(popup, 'popup-sent');

  const { raw, to } = await office.inbox.message(0);
  const { attachments, subject } = await simpleParser(raw);
  expect(to).toEqual(['anna.berg@northwind.example']);
  expect(subject).toBe('Invoice-2026-0417');
  expect(attachments.map(({ filename, content }) => [filename, sha256(content)])).toEqual([
    ['Invoice-2026-0417.pdf', sha256(office.site.pdf)],
  ]);
  expect(office.site.hits()).toBe(1);
});

test('several recipients get it in blind copy: nobody sees an address in the raw message', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await addRecipient(popup, 'anna@northwind.example; Hugo Costa <hugo@contoso.example>');
  await expect(popup.getByText(/2 recipients, all in blind copy/)).toBeVisible();
  await sendButton(popup).click();
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  const { raw, to } = await office.inbox.message(0);
  const text = raw.toString('latin1');
  expect(to.sort()).toEqual(['anna@northwind.example', 'hugo@contoso.example']);
  expect(text).toContain('To: undisclosed-recipients:;');
  expect(text).not.toMatch(/northwind|contoso|^bcc:/im);
});

test('a draft survives closing the popup, and the next press says so', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await addRecipient(popup, 'anna@northwind.example');
  await popup.getByLabel('Subject').fill('April, as agreed');
  await Promise.all([popup.waitForEvent('close'), popup.evaluate(() => window.close())]);
  const again = await office.press();
  await expect(again.getByLabel('Subject')).toHaveValue('April, as agreed');
  await expect(again.getByText('anna@northwind.example')).toBeVisible();
  await expect(again.getByText('Picked up where you left off')).toBeVisible();
});

test('F1 a popup closed right after Send: the mail goes out, the next press shows the result', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await closePopup(popup);
  await office.inbox.message(0);
  const again = await office.press();
  await expect(again.getByText(/Accepted by/).first()).toBeVisible();
  expect(office.inbox.messages).toHaveLength(1);
});

test('F5 a browser closed right after the hand-over: the courier delivers exactly once', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await expect.poll(() => journalled(office)).toBe(1);
  await office.browser.close();
  await office.inbox.message(0);
  expect(office.inbox.messages).toHaveLength(1);
});

/** Mails the companion has recorded: from then on it owes an outcome, whatever becomes of the browser. */
function journalled({ dataDir }: Office): number {
  const folder = join(dataDir, 'journal');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).length : 0;
}

test('F17 two presses of Send in one breath make one mail', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await addRecipient(popup, 'anna@northwind.example');
  await expect(sendButton(popup)).toBeEnabled();
  await sendButton(popup).dblclick({ noWaitAfter: true });
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  expect(office.inbox.messages).toHaveLength(1);
});

test('"Send to someone else" begins a new mail with the same PDF', async ({ office }) => {
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await popup.getByRole('button', { name: 'Send to someone else' }).click();
  await sendTo(popup, 'hugo@contoso.example');
  await expect(popup.getByText(/hugo@contoso.example/)).toBeVisible();
  const [first, second] = [await office.inbox.message(0), await office.inbox.message(1)];
  expect(second.to).toEqual(['hugo@contoso.example']);
  expect((await simpleParser(second.raw)).messageId).not.toBe((await simpleParser(first.raw)).messageId);
});
