import type { RequestListener } from 'node:http';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright/test';
import { PNG } from 'pngjs';
import { ensureProgram } from '../../scripts/set-up.mjs';
import { hostilePages } from '../support/hostile-pages.ts';
import { addRecipient, closePopup, expect, type Office, sendButton, test } from '../support/office.ts';
import { type PageSite, startPageSite } from '../support/page-site.ts';
import { pdfPages, pdfText } from '../support/pdf-text.ts';
import { picture } from '../support/picture.ts';
import { printLeftovers } from '../support/print-leftovers.ts';
import { storedPdf } from '../support/stored-pdf.ts';

const dot = PNG.sync.write(new PNG({ width: 8, height: 8 }));
const poppler = ensureProgram('poppler');

test.describe('an ordinary web page', () => {
  test.skip(!poppler, 'no poppler on this machine');

  test('arrives by mail as a PDF with selectable text', async ({ office }) => {
    await withSite(async (site) => {
      await show(office, site.addressOf('plain-invoice'));
      const popup = await office.press(site.addressOf('plain-invoice'));
      await expect(popup.getByText('Invoice 2026-0417.pdf', { exact: true })).toBeVisible();
      await addRecipient(popup, 'anna.berg@northwind.example');
      await picture(popup, 'popup-printed');
      await sendButton(popup).click();
      await expect(popup.getByText(/Accepted by localhost/).first()).toBeVisible();
      const { attachments } = await simpleParser((await office.inbox.message(0)).raw);
      const [attached] = attachments;
      expect(attached?.filename).toBe('Invoice 2026-0417.pdf');
      expect(pdfText(attached?.content ?? Buffer.of())).toMatch(/Consulting, April +1,200\.00/);
    });
  });

  test('is printed as its reader chooses, and so is the next page of the site', async ({ office }) => {
    await withSite(async (site) => {
      await show(office, site.addressOf('plain-invoice'));
      const popup = await office.press(site.addressOf('plain-invoice'));
      await expect(openButton(popup)).toBeVisible();
      expect(pdfPages(await storedPdf(popup)).size).toEqual([612, 792]); // Letter: the browser speaks American English
      await popup.getByText('Paper and scale').click();
      await popup.getByLabel('Paper').selectOption('A4');
      await expect.poll(async () => pdfPages(await storedPdf(popup)).size).toEqual([596, 842]);
      await popup.getByLabel('Landscape').click(); // its tick follows the stored choice
      await expect.poll(async () => pdfPages(await storedPdf(popup)).size).toEqual([842, 596]);
      await picture(popup, 'popup-print-options');
      await closePopup(popup);
      await show(office, site.addressOf('css-grid'));
      const next = await office.press(site.addressOf('css-grid'));
      await expect(openButton(next)).toBeVisible();
      expect(pdfPages(await storedPdf(next)).size).toEqual([842, 596]);
    });
  });

  test('that lacks something says so', async ({ office }) => {
    const other = await startPageSite();
    const html = `<title>Lacks</title><img src="${other.url}/guarded/logo.png" width="50"><p>Text`;
    await withSite(async (site) => {
      await show(office, `${site.url}/lacks`);
      const popup = await office.press(`${site.url}/lacks`);
      await expect(popup.getByText('Check the PDF: something may be missing')).toBeVisible();
      await picture(popup, 'popup-print-lacking');
    }, html);
    await other.close();
  });
});

test.describe('a hostile page ends within 20 seconds, and nothing of it is left', () => {
  for (const { name, html, ends } of hostilePages) {
    test(name, async ({ office }) => {
      test.setTimeout(90_000);
      await withSite(async (site) => {
        await show(office, `${site.url}/hostile`);
        const popup = await office.press(`${site.url}/hostile`);
        const pressed = Date.now();
        const end = openButton(popup).or(popup.getByRole('alert')).first();
        await expect(end).toBeVisible({ timeout: 22_000 });
        expect(Date.now() - pressed).toBeLessThan(20_500);
        if (ends === 'pdf') await expect(openButton(popup)).toBeVisible();
        else if (ends !== 'either') await expect(popup.getByRole('alert')).toContainText(ends);
        await addRecipient(popup, 'anna@northwind.example'); // it still takes what is typed
        await expect(popup.getByText('anna@northwind.example')).toBeVisible();
        await office.browser.close();
        await expect.poll(() => printLeftovers(office.dataDir), { timeout: 10_000 }).toEqual([]);
      }, html);
    });
  }
});

/** The site itself answers with `html`: a route of the test would ask for leave for each of ten thousand pictures. */
async function withSite(work: (site: PageSite) => Promise<void>, html = ''): Promise<void> {
  const answer: RequestListener = (_request, response) =>
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  const site = await startPageSite({
    '/lacks': answer,
    '/hostile': answer,
    '/never.png': () => {},
    '/dot.png': (_request, response) => response.setHeader('Content-Type', 'image/png').end(dot),
    '/round.css': (_request, response) =>
      response.setHeader('Content-Type', 'text/css').end('@import "/round.css"; h1 { color: teal }'),
  });
  await work(site).finally(site.close);
}

async function show({ browser }: Office, address: string): Promise<Page> {
  const tab = await browser.context.newPage();
  await tab.goto(address, { waitUntil: 'commit' });
  await tab.waitForLoadState('domcontentloaded');
  return tab;
}

function openButton(popup: Page) {
  return popup.getByRole('button', { name: 'Open the PDF' });
}
