import type { Settings } from '../../domain/settings.ts';
import { expect, type Office, sendTo, test } from '../support/office.ts';
import { fillServer, keepInFile, openOptions, trustCertificate } from '../support/options-page.ts';
import { picture } from '../support/picture.ts';

test.use({ configured: false });

const stored = async (office: Office) => (await office.browser.storage.get('settings')) as Settings;

test('a second account is added, named, made the default and removed; each keeps its own fields', async ({
  office,
}) => {
  const options = await openOptions(office);
  await expect(options.getByLabel('Account', { exact: true })).toBeHidden();
  await fillServer(options, office);
  await keepInFile(options);
  await options.getByRole('button', { name: 'Add another account' }).click();
  await expect(options.getByLabel('SMTP server')).toHaveValue('');
  await options.getByLabel('Account', { exact: true }).selectOption('0');
  await expect(options.getByLabel('SMTP server')).toHaveValue('localhost');

  await options.getByRole('button', { name: /^Copy invoices@/ }).click();
  await options.getByRole('button', { name: /^Rename/ }).click();
  await options.getByLabel('Account name').fill('Sales');
  await options.getByRole('link', { name: 'Senders & replies' }).click();
  await options.getByLabel('Sender name').fill('Acme sales');
  await options.getByLabel('Signature').fill('Ann\nAcme sales');
  await picture(options, 'options-accounts');
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText(/^Saved/)).toBeVisible();
  const { profiles } = await stored(office);
  // The blank account in the middle of it all was nothing to save.
  expect(profiles).toMatchObject([
    { name: office.inbox.login.user, signature: '', sender: { name: '' } },
    { name: 'Sales', signature: 'Ann\nAcme sales', sender: { name: 'Acme sales' }, server: { host: 'localhost' } },
  ]);

  await options.getByRole('button', { name: 'Make Sales the default' }).click();
  await options.getByRole('button', { name: 'OK' }).click();
  await expect
    .poll(async () => (await stored(office)).profiles.map(({ name }) => name))
    .toEqual(['Sales', 'invoices@acme.example']);
  await options.getByRole('button', { name: 'Remove Sales' }).click();
  await expect(options.getByText(/Sales goes with its saved password/)).toBeVisible();
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(options.getByLabel('Account', { exact: true })).toContainText('Sales (default)');
  await options.getByRole('button', { name: 'Remove Sales' }).click();
  await options.getByRole('button', { name: 'OK' }).click();
  await expect.poll(async () => (await stored(office)).profiles.length).toBe(1);
  // Its twin still uses the password.
  await trustCertificate(office);
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
});

test('the popup sends from the chosen account, with its sender and signature', async ({ office }) => {
  await office.setUp((settings) => {
    const [demo] = settings.profiles;
    if (!demo) return settings;
    const sender = { ...demo.sender, name: 'Acme sales' };
    return {
      ...settings,
      profiles: [demo, { ...demo, id: 'sales', name: 'Sales', sender, signature: 'Ann\nAcme sales' }],
    };
  });
  await office.showInvoice();
  const popup = await office.press();
  await popup.getByLabel('From', { exact: true }).selectOption({ label: 'Sales – invoices@acme.example' });
  await expect(popup.getByLabel('Message')).toHaveValue(/Acme sales\n\nAnn\nAcme sales$/);
  await picture(popup, 'popup-from');
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  const { raw } = await office.inbox.message(0);
  expect(raw.toString()).toContain('From: Acme sales <invoices@acme.example>');
});

test('OK says whose field is wrong and goes there', async ({ office }) => {
  const options = await openOptions(office);
  await fillServer(options, office);
  await keepInFile(options);
  await options.getByRole('button', { name: 'Add another account' }).click();
  await options.getByLabel('Email address').fill('sales@acme.example');
  await options.getByLabel('Account', { exact: true }).selectOption('0');
  await options.getByRole('link', { name: 'Options', exact: true }).click();
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText('correct the marked field in Server of sales@acme.example')).toBeVisible();
  await expect(options.getByLabel('SMTP server')).toBeFocused();
  await expect(options.getByLabel('Email address')).toHaveValue('sales@acme.example');
  expect(await office.browser.storage.get('settings')).toBeUndefined();
  await options.getByRole('button', { name: 'Cancel' }).click();
  await expect(options.getByLabel('SMTP server')).toHaveValue('');
  await expect(options.getByLabel('Account', { exact: true })).toBeHidden();
});

test('a disabled list that another window saved meanwhile is kept', async ({ office }) => {
  await office.setUp();
  const options = await openOptions(office, '#senders');
  await options.getByLabel('Sender name').fill('Mine');
  const settings = await stored(office);
  await office.browser.storage.set('settings', { ...settings, disabled: [...settings.disabled, '*@newer.example'] });
  await expect(options.getByText(/changed in another window/)).toBeVisible();
  await expect(options.getByLabel('Sender name')).toHaveValue('Mine');
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText(/^Saved/)).toBeVisible();
  expect(await stored(office)).toMatchObject({
    disabled: ['*@blocked.example', '*@newer.example'],
    profiles: [{ sender: { name: 'Mine' } }],
  });
});
