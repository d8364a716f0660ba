import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright/test';
import { ensureProgram } from '../../scripts/set-up.mjs';
import { filesHolding } from '../support/files-holding.ts';
import { keyringHome, type SessionBus, startSessionBus } from '../support/keyring.ts';
import { expect, sendTo, test } from '../support/office.ts';
import { fillServer, openOptions, trustCertificate } from '../support/options-page.ts';
import { picture } from '../support/picture.ts';

test.use({ configured: false });

// The extension page's own global; only what is used here.
declare const chrome: {
  storage: Record<'local' | 'session' | 'sync', { get(key: null): Promise<unknown> }>;
};

// A computer without a session bus has no keyring, and one with a desktop must not get test passwords into its own.
test.beforeAll(() => {
  process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:';
});

/** Everything the browser could show or keep of a page's extension storage, fields and markup. */
function everythingIn(options: Page): Promise<string> {
  return options.evaluate(async () => {
    const areas = await Promise.all(
      ['local', 'session', 'sync'].map((area) => chrome.storage[area as 'local'].get(null)),
    );
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    return JSON.stringify([areas, fields, document.documentElement.outerHTML, { ...localStorage }, location.href]);
  });
}

/** Arguments of every process that runs, as any user of this computer can read them. */
function processArguments(): string {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => readIfRunning(join('/proc', pid, 'cmdline'))).join('\n');
}

function readIfRunning(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // ended, or another user's
  }
}

test('without a keyring nothing is saved before a person has chosen a place', async ({ office }) => {
  const options = await openOptions(office);
  await fillServer(options, office);
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText(/no keyring that works/)).toBeVisible();
  expect(await office.browser.storage.get('settings')).toBeUndefined();
  await picture(options, 'options-no-keyring');
  await options.getByRole('radio', { name: 'In an encrypted file' }).check();
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText(/encrypted file that only you can read/)).toBeVisible();
  expect(await office.browser.storage.get('settings')).toMatchObject({ passwordStore: 'file' });
});

for (const place of ['In an encrypted file', 'Until the browser is closed']) {
  test(`a password kept "${place}" sends, and is nowhere else to be found`, async ({ office }) => {
    const { password } = office.inbox.login;
    const options = await openOptions(office);
    await fillServer(options, office);
    await options.getByRole('radio', { name: place }).check();
    await options.getByRole('button', { name: 'OK' }).click();
    await expect(options.getByText(/^Saved/)).toBeVisible();
    await trustCertificate(office);
    await office.showInvoice();
    const popup = await office.press();
    await sendTo(popup, 'anna@northwind.example');
    await expect(popup.getByText(/Accepted by/).first()).toBeVisible();

    await expect(options.getByLabel('Password', { exact: true })).toHaveValue('');
    expect(await everythingIn(options)).not.toContain(password);
    expect(processArguments()).not.toContain(password);
    // The companion's folder lies beside the browser's profile.
    expect(filesHolding(dirname(office.dataDir), password)).toEqual([]);
  });
}

test('a normal password typed for Google is recognised, an app password is cleaned, and that can be undone', async ({
  office,
}) => {
  const options = await openOptions(office);
  await options.getByLabel('Email address').fill('somebody@gmail.com');
  const password = options.getByLabel('Password', { exact: true });
  await password.fill('My normal password');
  await expect(options.getByText(/not an app password of Gmail/)).toBeVisible();
  await expect(options.getByRole('link', { name: 'myaccount.google.com/apppasswords' })).toBeVisible();
  await picture(options, 'options-google');
  await password.fill('abcd efgh\u00a0ijkl\u200b mnop');
  await expect(password).toHaveValue('abcdefghijklmnop');
  await expect(options.getByText(/4 spaces were removed/)).toBeVisible();
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(password).toHaveValue('abcd efgh\u00a0ijkl\u200b mnop');
  await options.getByLabel('Email address').focus();
  await expect(password).toHaveValue('abcd efgh\u00a0ijkl\u200b mnop');
});

test("Microsoft's date stands where its server is", async ({ office }) => {
  const options = await openOptions(office);
  await options.getByLabel('SMTP server').fill('smtp.office365.com');
  await expect(options.getByText(/December 31, 2026/)).toBeVisible();
  await options.getByLabel('SMTP server').fill('mail.acme.example');
  await expect(options.getByText(/December 31, 2026/)).toBeHidden();
});

test('a damaged setting is named, and what was stored is kept', async ({ office }) => {
  await office.setUp();
  const settings = (await office.browser.storage.get('settings')) as object;
  await office.browser.storage.set('settings', { ...settings, severalRecipients: 'loud' });
  const options = await openOptions(office, '#options');
  await expect(options.getByRole('alert')).toContainText('Blind copy by multiple addresses');
  await picture(options, 'options-damaged');
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByRole('alert')).toBeHidden();
  const stored = await options.evaluate(async () => Object.keys((await chrome.storage.local.get(null)) as object));
  expect(stored.filter((key) => key.startsWith('settings:damaged-'))).toHaveLength(1);
});

test('settings of a newer version can be read, say what to do, and are not changed', async ({ office }) => {
  await office.setUp();
  const newer = { ...((await office.browser.storage.get('settings')) as object), version: 999, later: 'unknown' };
  await office.browser.storage.set('settings', newer);
  const options = await openOptions(office);
  await expect(options.getByRole('alert')).toContainText('Update the extension');
  const list = options.getByRole('region', { name: 'What is stored' });
  await expect(list).toContainText('SMTP server');
  await expect(options.getByRole('button', { name: 'OK' })).toBeHidden();
  expect(await office.browser.storage.get('settings')).toEqual(newer);
});

test('settings go to a file without the password and come back after a look at the changes', async ({ office }) => {
  await office.setUp();
  const options = await openOptions(office, '#options');
  const downloading = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export settings' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  expect(text).not.toContain(office.inbox.login.password);

  const choose = (content: string) =>
    options
      .getByLabel('Settings file')
      .setInputFiles({ name: 's.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await choose(text.replace('"localhost"', '"mail.acme.example"').replace('"*@blocked.example"', ''));
  await expect(options.getByText('SMTP server: localhost → mail.acme.example')).toBeVisible();
  await expect(options.getByText(/takes 1 rule from the disabled addresses: \*@blocked\.example/)).toBeVisible();
  await picture(options, 'options-import');
  expect(await office.browser.storage.get('settings')).toMatchObject({ disabled: ['*@blocked.example'] });
  await options.getByRole('button', { name: 'Import and remove the rules' }).click();
  await expect(options.getByText(/^Imported/)).toBeVisible();
  expect(await office.browser.storage.get('settings')).toMatchObject({
    disabled: [],
    profiles: [{ server: { host: 'mail.acme.example' } }],
  });
  await choose(text.replace('"version"', '"password": "x", "version"'));
  await expect(options.getByText("This file can't be imported")).toBeVisible();
});

test('an unknown domain is looked up only after a click; what was typed stays when DNS names no server', async ({
  office,
}) => {
  const options = await openOptions(office);
  await options.getByLabel('SMTP server').fill('mail.typed.example');
  await options.getByLabel('Email address').fill('a@gmail.com');
  await expect(options.getByRole('button', { name: /^Find settings/ })).toBeHidden();
  await options.getByLabel('Email address').fill('a@nowhere.example');
  await options.getByRole('button', { name: 'Find settings for nowhere.example' }).click();
  // A computer without DNS says so; one with DNS says that the domain, reserved by RFC 2606, has no server.
  await expect(options.getByText(/names no server for nowhere\.example|Nobody could be asked/)).toBeVisible();
  await expect(options.getByLabel('SMTP server')).toHaveValue('mail.typed.example');
});

test.describe('with a keyring', () => {
  let home: ReturnType<typeof keyringHome>;
  let bus: SessionBus;
  test.beforeAll(async () => {
    test.skip(ensureProgram('keyring') === undefined, 'no gnome-keyring on this machine');
    home = keyringHome();
    bus = await startSessionBus(home.folder);
    bus.openKeyring('test');
    process.env.DBUS_SESSION_BUS_ADDRESS = bus.address;
  });
  test.afterAll(async () => {
    process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:';
    await bus?.close();
    home?.remove();
  });

  test('the password goes there without a question, is used from there, and is nowhere else to be found', async ({
    office,
  }) => {
    const { user, password } = office.inbox.login;
    const options = await openOptions(office);
    await fillServer(options, office);
    await options.getByRole('button', { name: 'OK' }).click();
    await expect(options.getByText("Saved. The password is in this computer's keyring.")).toBeVisible();
    await expect(options.getByText("The saved one is in this computer's keyring.")).toBeVisible();
    expect(bus.lookUp(`${user}@localhost:${office.inbox.smtpPort}`)).toBe(password);
    await trustCertificate(office);
    await office.showInvoice();
    const popup = await office.press();
    await sendTo(popup, 'anna@northwind.example');
    await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
    expect(await everythingIn(options)).not.toContain(password);
    expect(processArguments()).not.toContain(password);
    expect(filesHolding(dirname(office.dataDir), password)).toEqual([]);
  });
});
