import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptySettings } from '../../../domain/settings.ts';
import { report } from '../journey.ts';
import { until } from '../until.ts';
import { root } from '../workplace.ts';
import { type FirefoxWorkplace, openFirefoxWorkplace } from './firefox-workplace.ts';

/** `npm start -- --firefox`: the demo office with Firefox; without a display, the whole journey made by itself. */
export async function firefoxDemo(choice: { executablePath: string; headless: boolean }): Promise<void> {
  const workplace = await openFirefoxWorkplace(choice);
  const { firefox, inbox, site } = workplace;
  const undoSeconds = choice.headless ? 0 : emptySettings.undoSeconds;
  try {
    await workplace.setUp((settings) => ({ ...settings, undoSeconds }));
    if (!choice.headless) await firefox.open(inbox.url);
    await firefox.open(site.url);
    await firefox.open(site.invoiceUrl);
    if (choice.headless) return console.log(await journey(workplace));
    console.log(
      `\nPress the Tabpost button in the toolbar. What you send arrives here, and nowhere else: ${inbox.url}\n`,
    );
    await Promise.race([firefox.gone, new Promise((ended) => process.once('SIGINT', ended))]);
  } finally {
    await workplace.close();
  }
}

async function journey({ firefox, inbox, site }: FirefoxWorkplace): Promise<string> {
  const folder = join(root, 'demo');
  mkdirSync(folder, { recursive: true });
  const popup = await firefox.press();
  await popup.click('button', /^Allow for/);
  await firefox.answerPrompt('allow');
  const reads = (words: RegExp) =>
    until(
      async () => words.test(await popup.text()),
      () => `the popup to say ${words}`,
    );
  await reads(/2 pages/);
  await popup.fill('To', 'anna.berg@northwind.example');
  await popup.keys('Enter');
  await popup.picture(join(folder, 'popup-ready.png'));
  await popup.click('button', /^Send/);
  await reads(/Accepted by/);
  await popup.picture(join(folder, 'popup-sent.png'));
  const { raw, to } = await inbox.message(0);
  writeFileSync(join(folder, 'message.eml'), raw);
  return report(raw, to, site.pdf);
}
