import { expect, sendTo, test } from '../support/office.ts';
import { fillServer, keepInFile, openOptions, trustCertificate } from '../support/options-page.ts';
import { picture } from '../support/picture.ts';

test.use({ configured: false });

// The extension page's own global; only what is used here.
declare const chrome: { storage: { local: { get(key: null): Promise<unknown> } } };

test('what the form saves is what the send uses, and the password is only in the companion', async ({ office }) => {
  const options = await openOptions(office);
  await fillServer(options, office);
  await keepInFile(options);
  await options.getByRole('link', { name: 'Senders & replies' }).click();
  await options.getByLabel('Sender name').fill('Acme invoices');
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText(/^Saved/)).toBeVisible();
  await options.getByRole('link', { name: 'Server', exact: true }).click();
  await picture(options, 'options-server');
  const stored = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
  expect(stored).not.toContain(office.inbox.login.password);
  await trustCertificate(office);

  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  const { raw, from } = await office.inbox.message(0);
  expect(from).toBe(office.inbox.login.user);
  expect(raw.toString()).toContain('From: Acme invoices <invoices@acme.example>');
});

test('OK names the wrong field and saves nothing', async ({ office }) => {
  const options = await openOptions(office);
  await fillServer(options, office);
  await keepInFile(options);
  await options.getByLabel('Email address').fill('invoices@');
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByLabel('Email address')).toHaveAttribute('aria-invalid', 'true');
  await expect(options.getByLabel('Email address')).toBeFocused();
  expect(await office.browser.storage.get('settings')).toBeUndefined();
});

test('Cancel takes back what was typed', async ({ office }) => {
  await office.setUp();
  const options = await openOptions(office);
  await options.getByLabel('SMTP server').fill('smtp.elsewhere.example');
  await options.getByRole('button', { name: 'Cancel' }).click();
  await expect(options.getByLabel('SMTP server')).toHaveValue('localhost');
});

test('another server asks for the password again', async ({ office }) => {
  await office.setUp();
  const options = await openOptions(office);
  await options.getByLabel('SMTP server').fill('smtp.elsewhere.example');
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText(/no password is saved for them/)).toBeVisible();
  expect(await office.browser.storage.get('settings')).toMatchObject({ profiles: [{ server: { host: 'localhost' } }] });
});

test('a pasted address of a server is taken apart, Default sets the port and can be undone', async ({ office }) => {
  const options = await openOptions(office);
  await options.getByLabel('SMTP server').fill(' smtp://smtp.gmail.com:2525 ');
  await options.getByLabel('SMTP server').blur();
  await expect(options.getByLabel('SMTP server')).toHaveValue('smtp.gmail.com');
  await expect(options.getByLabel('Port', { exact: true })).toHaveValue('2525');
  await options.getByRole('button', { name: 'Default' }).click();
  await expect(options.getByLabel('Port', { exact: true })).toHaveValue(/465|587/);
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(options.getByLabel('Port', { exact: true })).toHaveValue('2525');
});

test('a password without encryption is refused before anything is saved', async ({ office }) => {
  const options = await openOptions(office);
  await fillServer(options, office);
  await keepInFile(options);
  await options.getByLabel('SMTP server').fill('mail.acme.example');
  await options.getByRole('radio', { name: 'None', exact: true }).check();
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText(/must not travel without encryption/)).toBeVisible();
  expect(await office.browser.storage.get('settings')).toBeUndefined();
});

test('the outbox shows what was sent', async ({ office }) => {
  await office.setUp();
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  const options = await openOptions(office, '#outbox');
  await options.getByRole('link', { name: 'Outbox & history' }).click();
  await expect(options.getByText('anna@northwind.example')).toBeVisible();
  await expect(options.getByRole('row', { name: /anna@northwind/ }).getByText('Sent', { exact: true })).toBeVisible();
  await picture(options, 'options-outbox');
});
