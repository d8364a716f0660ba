import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from 'playwright/test';
import { chromiumId } from '../../protocol/identity.ts';
import { sha256 } from '../../scripts/demo/sha256.ts';
import { embeddedPdfs } from '../support/papers/embedded-pdfs.ts';
import { attachedIn, lastMail, loaded, notKept, paperOffice, sendTo } from '../support/papers/paper-office.ts';
import { smallPdf } from '../support/papers/small-pdf.ts';
import { picture } from '../support/picture.ts';
import { pressAway } from '../support/press-away.ts';

const office = paperOffice();

const hash = (text: string, padding = 0) => sha256(smallPdf(text, padding));

test.describe('a tab with a PDF gives the original bytes, and the server is not asked again', () => {
  for (const [what, path, { name, text, asked = path, padding = 0 }] of [
    ['cookie with SameSite=Strict', '/signed-in.pdf', { name: 'signed-in.pdf', text: 'signed in' }],
    [
      'no suffix, named by Content-Disposition',
      '/document',
      { name: 'Rechnung € 17.pdf', text: 'named by the server' },
    ],
    ['redirect', '/redirect', { name: 'Rechnung € 17.pdf', text: 'named by the server', asked: '/document' }],
    ['CSP sandbox', '/sandbox.pdf', { name: 'sandbox.pdf', text: 'sandboxed' }],
    ['45 MB', '/big.pdf', { name: 'big.pdf', text: 'big', padding: 45_000_000 }],
    ['one-time link', '/once.pdf', { name: 'once.pdf', text: 'once' }],
  ] as [string, string, { name: string; text: string; asked?: string; padding?: number }][]) {
    test(what, async () => {
      const { papers, show, press } = office();
      await show('/'); // signs in
      const before = papers.hits(asked).length;
      const form = await press(await show(path));
      const [pdf] = await attachedIn(form);
      expect(pdf).toMatchObject({ fileName: name, sha256: hash(text, padding) });
      // None at all when an earlier row left it in the cache; Chromium keeps nothing so large as the 45 MB there.
      expect(papers.hits(asked).length - before).toBeLessThanOrEqual(padding > 0 ? 2 : 1);
    });
  }
});

test.describe('a PDF that cannot be had again is never asked for with the form once more', () => {
  test('one-time link the browser may not keep', async () => {
    const { papers, show, press } = office();
    const tab = await show('/once-unkept.pdf');
    await notKept(tab);
    const form = await press(tab);
    await expect(form.getByRole('alert')).toContainText('This PDF can only be saved by the browser');
    await expect(form.getByRole('alert')).toContainText('drop it here');
    await picture(form, 'popup-way-out');
    expect(papers.hits('/once-unkept.pdf').length).toBeLessThanOrEqual(3);
  });

  test('answer to a form: one POST, then the way out up to the arrived mail', async () => {
    const { papers, inbox, browser, show, press } = office();
    const tab = await show('/form');
    await Promise.all([tab.waitForURL(/posted/), tab.getByRole('button').click()]);
    const popup = await press(tab);
    await expect(popup.getByRole('alert')).toContainText('This PDF can only be saved by the browser');
    const form = await pressAway(browser.context, popup.getByRole('button', { name: 'Attach a file…' }));
    await form.getByLabel('Attach PDF files').setInputFiles(asFile('Saved invoice.pdf', 'posted'));
    expect(await attachedIn(form)).toMatchObject([{ fileName: 'Saved invoice.pdf', sha256: hash('posted') }]);
    await picture(form, 'form-in-a-tab');
    await sendTo(form, 'anna@northwind.example');
    expect(await lastMail(inbox)).toEqual([['Saved invoice.pdf', hash('posted')]]);
    expect(papers.hits('/posted.pdf').filter((method) => method === 'POST')).toHaveLength(1);
  });

  test('answer to a form whose address gives another PDF: a person is asked to look', async () => {
    const { papers, show, press } = office();
    const tab = await show('/template-form');
    await Promise.all([tab.waitForURL(/posted-template/), tab.getByRole('button').click()]);
    const form = await press(tab);
    // Nothing tells the two apart; then a person has to look, and is told so.
    const [pdf] = await attachedIn(form);
    if (pdf?.sha256 !== hash('the invoice of this customer')) {
      await expect(form.getByText('Check that it is the right one.')).toBeVisible();
    }
    expect(papers.hits('/posted-template.pdf').filter((method) => method === 'POST')).toHaveLength(1);
  });
});

test.describe('a PDF inside a page', () => {
  for (const [path, text] of embeddedPdfs) {
    test(path, async () => {
      const { show, press } = office();
      const tab = await show(path);
      await loaded(tab);
      const form = await press(tab);
      expect(await attachedIn(form)).toMatchObject([{ sha256: hash(text) }]);
    });
  }

  test('several: a choice, one after the other, in an order of one’s own', async () => {
    const { show, press } = office();
    const tab = await show('/several');
    await loaded(tab);
    const form = await press(tab);
    const choices = form.getByRole('region', { name: 'PDFs on this page' });
    await expect(choices.getByRole('button')).toHaveCount(2);
    await picture(form, 'popup-choices');
    await choices.getByRole('button', { name: /Terms/ }).click();
    expect(await attachedIn(form)).toMatchObject([{ sha256: hash('second') }]);
    await form.getByRole('button', { name: /Invoice/ }).click();
    await expect(form.getByRole('button', { name: 'Open the PDF' })).toHaveCount(2);
    await form.getByRole('button', { name: /^Move .* up$/ }).click();
    await expect
      .poll(async () => (await attachedIn(form, 2)).map((each) => each.sha256))
      .toEqual([hash('first'), hash('second')]);
    await expect(form.getByLabel('Message')).toHaveValue(/find a\.pdf and b\.pdf attached/); // nobody wrote anything else
    await picture(form, 'popup-several');
  });
});

test.describe('links to PDFs', () => {
  test('are listed, and a click attaches one', async () => {
    const { papers, show, press } = office();
    const form = await press(await show('/links'));
    await expect(form.getByRole('button', { name: /Download invoice|^PDF|Terms/ })).toHaveCount(3, {
      timeout: 30_000, // the page itself is printed first
    });
    await form.getByRole('button', { name: /Download invoice/ }).click();
    expect((await attachedIn(form, 2)).at(-1)).toMatchObject({ fileName: 'a.pdf', sha256: hash('first') });
    expect(papers.hits('/b.pdf')).not.toContain('POST');
  });

  test('a link that gives a login page instead says so', async () => {
    const { show, press } = office();
    const form = await press(await show('/link-to-login'));
    await form.getByRole('button', { name: /Statement/ }).click();
    await expect(form.getByRole('alert')).toContainText('The server sent a web page instead of the PDF');
  });
});

test.describe('what gives no PDF gets a clear sentence', () => {
  test('an open alert()', async () => {
    const { browser, papers } = office();
    const tab = await browser.context.newPage();
    const [dialog] = await Promise.all([
      tab.waitForEvent('dialog'),
      tab.goto(`${papers.here}/alert`, { waitUntil: 'commit' }),
    ]);
    const form = await office().press(tab);
    await expect(form.getByRole('alert')).toContainText('Close the dialog on the page first', { timeout: 20_000 });
    await dialog.dismiss(); // its end closes the popup, too
    const again = await office().press(tab);
    await expect(again.getByRole('button', { name: 'Open the PDF' })).toBeVisible({ timeout: 20_000 });
  });

  test('a page that is still loading', async () => {
    const { show, press } = office();
    const form = await press(await show('/endless.html'));
    await expect(form.getByRole('alert')).toContainText('The page is still loading', { timeout: 20_000 });
  });

  test('a local file', async () => {
    const { browser, press } = office();
    const file = join(test.info().outputDir, 'local.pdf');
    mkdirSync(test.info().outputDir, { recursive: true });
    writeFileSync(file, smallPdf('local'));
    const tab = await browser.context.newPage();
    await tab.goto(pathToFileURL(file).href);
    const form = await press(tab);
    await expect(form.getByRole('alert')).toContainText(/file on your computer|can't see what this tab shows/);
  });
});

test('a PDF that lies in the address itself (data:), which Chromium hides: a permission is asked for, or a file attached', async () => {
  const { browser, press } = office();
  const tab = await browser.context.newPage();
  await tab.goto(`data:application/pdf;base64,${smallPdf('in the address').toString('base64')}`);
  const popup = await press(tab);
  await expect(popup.getByText("Tabpost can't see what this tab shows yet")).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Allow for all sites' })).toBeEnabled();
  const form = await pressAway(browser.context, popup.getByRole('button', { name: 'Attach a file…' }));
  await expect(form.getByLabel('Attach PDF files')).toBeAttached();
});

test.describe('attached files', () => {
  test('picked and dropped, renamed, reordered, removed: the mail holds what the form shows', async () => {
    const { browser, inbox, show, press } = office();
    const popup = await press(await show('/b.pdf'));
    await attachedIn(popup);
    const form = await pressAway(browser.context, popup.getByRole('button', { name: 'Attach another file…' }));
    await form.getByLabel('Attach PDF files').setInputFiles([asFile('one.pdf', 'one'), asFile('two.pdf', 'two')]);
    await expect(form.getByRole('button', { name: 'Open the PDF' })).toHaveCount(3);
    await drop(form, asFile('notes.txt', 'x', 'no PDF at all'));
    await expect(form.getByRole('alert')).toContainText('The file is no complete PDF');
    await drop(form, asFile('three.pdf', 'three'));
    await expect(form.getByRole('button', { name: 'Open the PDF' })).toHaveCount(4);
    await form.getByRole('button', { name: 'Remove one.pdf' }).click();
    await form.getByRole('button', { name: 'Move two.pdf up' }).click();
    const row = form.getByRole('listitem').filter({ hasText: 'three.pdf' });
    await row.getByRole('button', { name: 'Change the file name' }).click();
    await form.getByLabel('File name', { exact: true }).fill('Terms 2026/27');
    await form.getByLabel('File name', { exact: true }).press('Enter');
    await expect(form.getByText('Terms 2026_27.pdf', { exact: true })).toBeVisible();
    await picture(form, 'form-several-files');
    await sendTo(form, 'anna@northwind.example');
    expect(await lastMail(inbox)).toEqual([
      ['two.pdf', hash('two')],
      ['b.pdf', hash('second')],
      ['Terms 2026_27.pdf', hash('three')],
    ]);
  });
});

test('what the settings say: the pattern names the PDF, and the toolbar button opens the side panel', async () => {
  const { browser, show } = office();
  const options = await browser.context.newPage();
  await options.goto(`chrome-extension://${chromiumId}/options.html#senders`);
  await options.getByLabel('File name').fill('{date} {number}');
  await options.getByRole('link', { name: 'Options', exact: true }).click();
  await options.getByLabel('Always open in the side panel').check();
  await options.getByRole('button', { name: 'OK' }).click();
  await expect(options.getByText(/^Saved/)).toBeVisible();
  const tab = await show('/iframe');
  await loaded(tab);
  const { page: panel } = await browser.pressToolbarButton(tab.url(), 'panel');
  const [{ fileName } = { fileName: '' }] = await attachedIn(panel);
  expect(fileName).toMatch(/^\d{4}-\d{2}-\d{2} 2026-17\.pdf$/);
});

function asFile(name: string, text: string, raw?: string) {
  return { name, mimeType: 'application/pdf', buffer: raw === undefined ? smallPdf(text) : Buffer.from(raw) };
}

async function drop(form: Page, { name, mimeType, buffer }: ReturnType<typeof asFile>): Promise<void> {
  const dataTransfer = await form.evaluateHandle(
    ([fileName, type, base64]) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], fileName, { type }));
      return transfer;
    },
    [name, mimeType, buffer.toString('base64')] as const,
  );
  await form.getByText('Drop PDF files here').dispatchEvent('drop', { dataTransfer });
}
