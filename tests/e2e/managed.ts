import { readFileSync } from 'node:fs';
import { removeBrowserPolicy, setBrowserPolicy } from '../support/browser-policy.ts';
import { addRecipient, expect, type Office, sendTo, test } from '../support/office.ts';
import { keepInFile, openOptions } from '../support/options-page.ts';
import { picture } from '../support/picture.ts';

const policy = {
  server: { host: 'localhost', security: 'tls' },
  senders: ['billing@acme.example'],
  disabled: ['*@rival.example'],
  alwaysBcc: ['archive@acme.example'],
  severalRecipients: 'each',
};

const stored = async ({ browser }: Office) => JSON.stringify(await browser.storage.get('settings'));

test.beforeAll(() => test.skip(!setBrowserPolicy(policy), 'this user may not set policies of the browser'));
test.afterAll(() => removeBrowserPolicy());

test.describe('on a fresh computer', () => {
  test.use({ configured: false });
  test.beforeEach(() => void setBrowserPolicy(policy));

  test('what the organisation set stands locked in the form, holds for the mail, and is neither stored nor exported', async ({
    office,
  }) => {
    const { inbox } = office;
    const options = await openOptions(office);
    const host = options.getByLabel('SMTP server');
    await expect(host).toBeDisabled();
    await expect(host).toHaveValue('localhost');
    await expect(options.getByLabel('Security')).toHaveValue('TLS');
    await expect(options.getByText('Set by your organisation.').first()).toBeVisible();
    await options.getByLabel('Port', { exact: true }).fill(String(inbox.smtpPort));
    await options.getByLabel('Email address').fill(inbox.login.user);
    await options.getByLabel('Password', { exact: true }).fill(inbox.login.password);
    await keepInFile(options);
    await picture(options, 'options-managed');
    await options.getByRole('button', { name: 'OK' }).click();
    await expect(options.getByText(/^Saved/)).toBeVisible();

    await options.getByRole('link', { name: 'Senders & replies' }).click();
    await expect(options.getByLabel('Sender', { exact: true })).toHaveValue('billing@acme.example');
    await expect(options.getByLabel('Sender', { exact: true })).toBeDisabled();
    await options.getByRole('link', { name: 'Disabled addresses' }).click();
    await expect(options.getByRole('region', { name: 'Set by your organisation' })).toContainText('*@rival.example');
    await picture(options, 'options-managed-rules');
    for (const theirs of ['localhost', 'billing@', 'rival.example', 'archive@', '"each"'])
      expect(await stored(office)).not.toContain(theirs);

    await options.getByRole('link', { name: 'Options', exact: true }).click();
    const downloading = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export settings' }).click();
    const file = readFileSync(await (await downloading).path(), 'utf8');
    for (const theirs of ['localhost', 'rival.example', 'archive@']) expect(file).not.toContain(theirs);
  });
});

test.describe('with an own server', () => {
  test.beforeEach(() => void setBrowserPolicy({ ...policy, server: {} }));

  test('a managed rule refuses the recipient; sender and copy are the managed ones', async ({ office }) => {
    await office.showInvoice();
    const popup = await office.press();
    await addRecipient(popup, 'boss@rival.example');
    await expect(popup.getByRole('alert')).toContainText('*@rival.example');
    await popup.getByLabel('To', { exact: true }).fill('');
    await sendTo(popup, 'anna@northwind.example');
    await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
    const { from, to } = await office.inbox.message(0);
    expect({ from, to: to.toSorted() }).toEqual({
      from: 'billing@acme.example',
      to: ['anna@northwind.example', 'archive@acme.example'],
    });
  });
});

test.describe('a policy with a fault', () => {
  test.beforeEach(() => void setBrowserPolicy({ disabled: ['***'] }));

  test('is not taken for none: the popup says so and sends nothing', async ({ office }) => {
    await office.showInvoice();
    const popup = await office.press();
    await expect(popup.getByRole('alert')).toContainText("Your organisation's settings for Tabpost can't be read");
  });
});
