import type { Settings } from '../../../domain/settings.ts';
import { expect, firefoxOffice, sees, sendTo, showInvoice, test } from '../../support/firefox-office.ts';
import { pictures } from '../../support/firefox-picture.ts';

const office = firefoxOffice({ configured: false, allowed: true });

test('settings typed into the form are tested, saved, and used for sending', async () => {
  const { firefox, inbox, site } = office();
  const { tab } = firefox;
  await showInvoice(office());
  await (await firefox.press()).click('button', 'Set up server');
  await expect.poll(() => firefox.isPopupOpen()).toBe(false);
  await tab.fill('SMTP server', 'localhost');
  await tab.click('radio', 'TLS');
  await tab.fill('Port', String(inbox.smtpPort));
  await tab.fill('Email address', inbox.login.user);
  await tab.fill('Password', inbox.login.password);
  await tab.click('button', 'Test connection');
  await sees(tab, 'The test stopped at: Certificate');
  await sees(tab, inbox.certificate.sha256);
  await tab.click('button', 'Trust this certificate');
  await tab.click('button', 'Test connection');
  await sees(tab, 'The test passed: localhost will take your messages.');
  await pictures(firefox, 'tab', 'firefox-options-server');
  await tab.click('radio', 'In an encrypted file');
  await tab.click('button', 'OK');
  await sees(tab, /^Saved/m);
  const { profiles } = (await firefox.storage.get('settings')) as Settings;
  expect(profiles[0]?.server).toMatchObject({ host: 'localhost', port: inbox.smtpPort, security: 'tls' });
  expect(JSON.stringify(profiles)).not.toContain(inbox.login.password);

  await firefox.closeTabs();
  await firefox.open(site.invoiceUrl);
  const popup = await firefox.press();
  await sendTo(popup, 'anna@northwind.example');
  await sees(popup, /Accepted by localhost/);
  expect((await inbox.message(0)).to).toEqual(['anna@northwind.example']);

  await popup.click('button', 'Outbox');
  await sees(tab, 'Outbox and history');
  await sees(tab, /\bSent\b[\s\S]*anna@northwind\.example/);
  await expect.poll(() => firefox.isPopupOpen()).toBe(false);
  await pictures(firefox, 'tab', 'firefox-outbox');
});

test('OK names the wrong field and takes the focus there; Cancel takes back what was typed', async () => {
  const { firefox } = office();
  const { tab } = firefox;
  await office().setUp();
  await firefox.openOwn('options.html#server');
  await tab.fill('Email address', 'invoices@');
  await tab.click('link', 'Options');
  await sees(tab, 'Seconds to wait before sending');
  await tab.click('button', 'OK');
  const focused = (page: Document) => (page.activeElement as HTMLInputElement | null)?.value;
  await expect.poll(() => tab.run(focused)).toBe('invoices@');
  await tab.click('button', 'Cancel');
  await expect.poll(() => tab.value('Email address')).toBe('invoices@acme.example');
});
