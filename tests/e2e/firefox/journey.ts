import { simpleParser } from 'mailparser';
import { sha256 } from '../../../scripts/demo/sha256.ts';
import { addRecipient, expect, firefoxOffice, sees, sendTo, showInvoice, test } from '../../support/firefox-office.ts';

const office = firefoxOffice();

test('the invoice in the tab arrives byte for byte, after one explained permission', async () => {
  const { firefox, inbox, site } = office();
  await showInvoice(office());
  const popup = await firefox.press();
  await sees(popup, 'Send this page');
  await popup.click('button', 'Allow for 127.0.0.1');
  expect(await firefox.answerPrompt('allow')).toContain('Access your data for sites in 127.0.0.1');
  await sees(popup, /2 pages/);
  await addRecipient(popup, 'anna.berg@northwind.example');
  await popup.click('button', /^Send\b/);
  await sees(popup, /Accepted by localhost/);
  const { raw, to } = await inbox.message(0);
  const { attachments, subject } = await simpleParser(raw);
  expect(to).toEqual(['anna.berg@northwind.example']);
  expect(subject).toBe('Invoice-2026-0417');
  expect(attachments.map(({ filename, content }) => [filename, sha256(content)])).toEqual([
    ['Invoice-2026-0417.pdf', sha256(site.pdf)],
  ]);
});

test('F1 a popup closed right after Send: the mail goes out, the next press shows the result', async () => {
  const { firefox, inbox } = office();
  await showInvoice(office());
  await sendTo(await firefox.press(), 'anna@northwind.example');
  await firefox.closePopup();
  await inbox.message(0);
  await sees(await firefox.press(), /Accepted by/);
  expect(inbox.messages).toHaveLength(1);
});
