import { simpleParser } from 'mailparser';
import { ensureProgram } from '../../../scripts/set-up.mjs';
import { expect, firefoxOffice, sees, sendTo, test } from '../../support/firefox-office.ts';
import { pictures } from '../../support/firefox-picture.ts';
import { startPageSite } from '../../support/page-site.ts';
import { pdfText } from '../../support/pdf-text.ts';

const office = firefoxOffice();

test("an ordinary web page is printed by the user's own Firefox and arrives with selectable text", async () => {
  test.skip(!ensureProgram('poppler'), 'no poppler on this machine');
  const { firefox, inbox } = office();
  const site = await startPageSite();
  await firefox.open(site.addressOf('plain-invoice'));
  const popup = await firefox.press();
  await expect.poll(() => popup.isEnabled('button', 'Open the PDF'), { timeout: 30_000 }).toBe(true);
  await pictures(firefox, 'popup', 'firefox-printed');
  await sendTo(popup, 'anna@northwind.example');
  await sees(popup, /Accepted by localhost/);
  const { attachments } = await simpleParser((await inbox.message(0)).raw);
  expect(attachments.map(({ filename }) => filename)).toEqual(['Invoice 2026-0417.pdf']);
  expect(pdfText(attachments[0]?.content ?? Buffer.of())).toMatch(/Consulting, April +1,200\.00/);
  await site.close();
});
