import type { Page } from 'playwright/test';
import { chromiumId } from '../../protocol/identity.ts';
import type { Office } from './office.ts';

export async function openOptions(office: Office, section = ''): Promise<Page> {
  const options = await office.browser.context.newPage();
  await options.goto(`chrome-extension://${chromiumId}/options.html${section}`);
  return options;
}

/** Fills in the inbox and its login; where the password is to be kept is still to be said. */
export async function fillServer(options: Page, { inbox }: Office): Promise<void> {
  await options.getByLabel('SMTP server').fill('localhost');
  await options.getByRole('radio', { name: 'TLS', exact: true }).check();
  await options.getByLabel('Port', { exact: true }).fill(String(inbox.smtpPort));
  await options.getByLabel('Email address').fill(inbox.login.user);
  await options.getByLabel('Password', { exact: true }).fill(inbox.login.password);
}

export async function keepInFile(options: Page): Promise<void> {
  await options.getByRole('radio', { name: 'In an encrypted file' }).check();
}

/** Pins the inbox's certificate in the stored accounts, as "Trust this certificate" does. */
export async function trustCertificate({ browser, inbox }: Office): Promise<void> {
  const settings = (await browser.storage.get('settings')) as { profiles: { server: object }[] };
  const pin = { sha256: inbox.certificate.sha256, pem: inbox.certificate.cert };
  const profiles = settings.profiles.map((profile) => ({ ...profile, server: { ...profile.server, pin } }));
  await browser.storage.set('settings', { ...settings, profiles });
}
