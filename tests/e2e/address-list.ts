import type { Page } from 'playwright/test';
import { chromiumId } from '../../protocol/identity.ts';
import { expect, type Office, sendTo, test } from '../support/office.ts';
import { picture } from '../support/picture.ts';

async function openList(office: Office): Promise<Page> {
  const options = await office.browser.context.newPage();
  await options.goto(`chrome-extension://${chromiumId}/options.html#addresses`);
  await expect(options.getByRole('heading', { name: 'Address list' })).toBeVisible();
  return options;
}

const csv = [
  'Name,E-mail Address,Groups',
  'Žofie Nováková,zofie@novak.example,Customers',
  'Anna Berg,anna@northwind.example,Customers;VIP',
  'Broken,anna@@northwind.example,',
  'Payroll,payroll@blocked.example,',
  'Hugo,hugo@contoso.example,',
].join('\r\n');

async function chooseFile(options: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.from(content as string);
  await options.getByLabel('File of addresses').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

const rows = (options: Page) => options.getByRole('grid', { name: 'Addresses' }).locator('tbody tr');

test('a CSV file: preview with reasons, import, search, delete, undo', async ({ office }) => {
  const options = await openList(office);
  await expect(options.getByText(/^The list is empty/)).toBeVisible();
  await chooseFile(options, 'customers.csv', csv);
  const preview = options.getByRole('region', { name: 'What customers.csv would change' });
  await expect(preview.getByText('3 addresses will be added')).toBeVisible();
  await expect(preview.getByText(/^4: anna@@northwind\.example – not a complete e-mail address$/)).toBeVisible();
  await expect(preview.getByText(/^5: payroll@blocked\.example – on the disabled list$/)).toBeVisible();
  await picture(options, 'address-list-preview');
  await expect(rows(options)).toHaveCount(0);
  await preview.getByRole('button', { name: 'Import 3 addresses' }).click();
  await expect(options.getByText('3 addresses were imported.')).toBeVisible();
  await expect(rows(options)).toHaveCount(3);
  await expect(rows(options).first()).toContainText('Anna Berg');

  const search = options.getByLabel('Search the addresses');
  await search.fill('novak zof');
  await expect(rows(options)).toHaveCount(1);
  await search.fill('customers');
  await expect(rows(options)).toHaveCount(2);
  await search.fill('nobody');
  await expect(options.getByText('Nothing in the list fits "nobody".')).toBeVisible();
  await search.fill('');

  await options.getByRole('button', { name: 'Delete anna@northwind.example' }).click();
  await expect(options.getByText('1 address was deleted.')).toBeVisible();
  await expect(rows(options)).toHaveCount(2);
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(options)).toHaveCount(3);
  await options.reload();
  await expect(rows(options)).toHaveCount(3);
  await expect(rows(options).first()).toContainText('Customers · VIP');
});

test('an address the server accepted is suggested the next time; a refused or disabled one is not', async ({
  office,
}) => {
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'Berta Long <berta@northwind.example>');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  const options = await openList(office);
  await expect(rows(options)).toHaveCount(1);
  await expect(rows(options)).toContainText('berta@northwind.example');
  await expect(rows(options)).toContainText('today');
  await picture(options, 'address-list');
});

test('with the toggle off nothing is stored', async ({ office }) => {
  await office.setUp((settings) => ({ ...settings, autoStore: false }));
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'berta@northwind.example');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  const options = await openList(office);
  await expect(options.getByText(/^The list is empty/)).toBeVisible();
});

test('add, edit, disable, enable, group and delete, by keyboard too', async ({ office }) => {
  const options = await openList(office);
  await options.getByRole('button', { name: 'Add', exact: true }).click();
  await options.getByLabel('Address', { exact: true }).fill('anna@');
  await options.getByRole('button', { name: 'Save' }).click();
  await expect(options.getByLabel('Address', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await options.getByLabel('Address', { exact: true }).fill('Anna@Northwind.example');
  await options.getByLabel('Name', { exact: true }).fill('Anna');
  await options.getByLabel('Name', { exact: true }).press('Enter');
  await expect(rows(options)).toContainText('Anna@northwind.example');

  await options.getByRole('button', { name: 'Disable Anna@northwind.example' }).click();
  await expect(rows(options)).toContainText('disabled');
  expect(await office.browser.storage.get('settings')).toMatchObject({
    disabled: ['*@blocked.example', 'anna@northwind.example'],
  });
  await options.getByRole('button', { name: 'Enable Anna@northwind.example' }).click();
  await expect(rows(options)).not.toContainText('disabled');

  const grid = options.getByRole('grid', { name: 'Addresses' });
  await grid.focus();
  await options.keyboard.press(' ');
  await expect(options.getByText('1 selected')).toBeVisible();
  await options.getByLabel('Group', { exact: true }).fill('VIP');
  await options.getByRole('button', { name: 'Add to group' }).click();
  await expect(rows(options)).toContainText('VIP');
  await grid.focus();
  await options.keyboard.press('Enter');
  await options.getByLabel('Name', { exact: true }).fill('Anna Berg');
  await options.keyboard.press('Enter');
  await expect(rows(options)).toContainText('Anna Berg');
  await grid.focus();
  await options.keyboard.press('Delete');
  await expect(options.getByText('1 address was deleted.')).toBeVisible();
  await expect(options.getByText(/^The list is empty/)).toBeVisible();
});

test('vCard in, CSV out: what was read is written, and no spreadsheet computes it', async ({ office }) => {
  const options = await openList(office);
  const card =
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=3D1+1;\r\nEMAIL;INTERNET:a@b.example\r\nEND:VCARD\r\n';
  await chooseFile(options, 'one.vcf', card);
  await options.getByRole('button', { name: 'Import 1 address' }).click();
  await expect(rows(options)).toContainText('=1+1');
  await options.getByRole('button', { name: 'Export' }).click();
  const download = options.waitForEvent('download');
  await options.getByRole('menuitem', { name: /^CSV/ }).click();
  const file = await (await download).createReadStream();
  const text = Buffer.concat(await file.toArray()).toString();
  expect(text).toBe('\ufeffName,E-mail Address,Groups,Notes\r\n"\'=1+1",a@b.example,,\r\n');
});

test('a file that is none is refused by name, and nothing changes', async ({ office }) => {
  const options = await openList(office);
  await chooseFile(options, 'book.csv', 'PK\u0003\u0004rest');
  await expect(options.getByRole('alert')).toContainText('It is a spreadsheet or an archive.');
  await chooseFile(options, 'book.csv', Buffer.from('Name;E-mail\nJi\xf8\xed;j@b.example', 'latin1'));
  await expect(options.getByText('Jiøí <j@b.example>')).toBeVisible();
  await options.getByLabel('Letters').selectOption('Central European');
  await expect(options.getByText('Jiří <j@b.example>')).toBeVisible();
});
