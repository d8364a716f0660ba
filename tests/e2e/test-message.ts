import { dirname } from 'node:path';
import type { Page } from 'playwright/test';
import { filesHolding } from '../support/files-holding.ts';
import { expect, test } from '../support/office.ts';
import { fillServer, openOptions } from '../support/options-page.ts';
import { picture } from '../support/picture.ts';

test.use({ configured: false });

const sendTest = (options: Page) => options.getByRole('button', { name: 'Send a test message' }).click();

test('it is red for the reason a real send has, then arrives in the own inbox; nothing is saved', async ({
  office,
}) => {
  const { inbox } = office;
  const options = await openOptions(office);
  await fillServer(options, office);
  await sendTest(options);
  await expect(options.getByRole('alert')).toContainText("the server's certificate can't be trusted");
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByRole('button', { name: 'Trust this certificate' }).click();
  await options.getByLabel('Password', { exact: true }).fill('not this one');
  await sendTest(options);
  await expect(options.getByRole('alert')).toContainText('the server refused your sign-in');
  await expect(options.getByText(/Accepted by/)).toBeHidden();
  await picture(options, 'options-test-message-refused');

  await options.getByLabel('Password', { exact: true }).fill(inbox.login.password);
  await expect(options.getByRole('alert')).toBeHidden();
  await options.getByRole('link', { name: 'Senders & replies' }).click();
  await options.getByLabel('Sender name').fill('Acme invoices');
  await options.getByRole('link', { name: 'Server', exact: true }).click();
  await sendTest(options);
  await expect(options.getByText(`Accepted by localhost – look into your inbox (${inbox.login.user}).`)).toBeVisible();
  await picture(options, 'options-test-message');
  const { to, raw } = await inbox.message(0);
  expect(to).toEqual([inbox.login.user]);
  expect(raw.toString()).toContain('From: Acme invoices <invoices@acme.example>');
  expect(raw.toString()).toContain('filename=tabpost-test.pdf');
  expect(await office.browser.storage.get('settings')).toBeUndefined();
  expect(filesHolding(dirname(office.dataDir), inbox.login.password)).toEqual([]);
});

test('a rule of the disabled list, saved or not, holds for the own address too', async ({ office }) => {
  await office.setUp();
  const options = await openOptions(office, '#disabled');
  await options.getByLabel('Address or domain').fill(office.inbox.login.user);
  await options.getByRole('button', { name: 'Add', exact: true }).click();
  await options.getByRole('link', { name: 'Server', exact: true }).click();
  await sendTest(options);
  await expect(options.getByRole('alert')).toContainText(`Nothing can be sent to ${office.inbox.login.user}`);
  expect(office.inbox.messages).toHaveLength(0);
});

test('a server that asks to come back later is no success, and the test is not repeated', async ({ office }) => {
  await office.setUp((settings) => ({
    ...settings,
    profiles: settings.profiles.map((profile) => ({ ...profile, server: { ...profile.server, port: 1 } })),
  }));
  const options = await openOptions(office);
  await sendTest(options);
  await expect(options.getByRole('alert')).toContainText('nothing answers at localhost:1');
  await options.getByRole('link', { name: 'Outbox & history' }).click();
  await expect(options.getByRole('row').getByText('Not sent', { exact: true })).toBeVisible();
  await expect(options.getByRole('button', { name: 'Send again' })).toBeHidden();
});
