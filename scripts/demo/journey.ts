import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { sha256 } from './sha256.ts';
import { root, type Workplace } from './workplace.ts';

/** The whole work once, through the real toolbar button: look at the invoice, press, one recipient, Send, see it arrive. */
export async function journey({ browser, inbox, site }: Workplace): Promise<string> {
  const folder = join(root, 'demo');
  mkdirSync(folder, { recursive: true });
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  await tab.goto(site.invoiceUrl);
  const { page: popup, close } = await browser.pressToolbarButton(site.invoiceUrl);
  await popup.getByText(/2 pages/).waitFor();
  await popup.getByLabel('To', { exact: true }).fill('anna.berg@northwind.example');
  await popup.getByLabel('To', { exact: true }).press('Enter');
  await popup.screenshot({ path: join(folder, 'popup-ready.png') });
  await popup.getByRole('button', { name: /^Send/ }).click();
  await popup.getByText('Accepted by').first().waitFor();
  await popup.screenshot({ path: join(folder, 'popup-sent.png') });
  await close();
  const { raw, to } = await inbox.message(0);
  writeFileSync(join(folder, 'message.eml'), raw);
  await tab.goto(inbox.url);
  await tab.screenshot({ path: join(folder, 'inbox.png') });
  return report(raw, to, site.pdf);
}

/** What was delivered, in words. @throws Error when the PDF is not the original one */
export async function report(raw: Buffer, to: string[], original: Buffer): Promise<string> {
  const { subject, attachments } = await simpleParser(raw);
  const [file] = attachments;
  if (!file || sha256(file.content) !== sha256(original))
    throw new Error('the PDF that arrived is not the one that was sent');
  return [
    `Delivered "${subject}" to ${to.join(', ')}`,
    `with ${file.filename}, ${file.size} bytes, SHA-256 ${sha256(file.content)}: identical to the invoice.`,
    'See demo/message.eml and the pictures beside it.',
  ].join('\n');
}
