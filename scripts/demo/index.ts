import { emptySettings } from '../../domain/settings.ts';
import { journey } from './journey.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

// Fixed where possible, so that addresses can be written down; another program may have them already.
const ports = { site: 8417, inbox: 8418, smtp: 8587 };

/** `npm start`: the demo office, to play with; or, without a display, the whole journey made by itself. */
export async function demo({ chromium, headless }: { chromium: string; headless: boolean }): Promise<void> {
  if (headless) return runOnce(chromium);
  const workplace = await openWorkplace({ chromium, headless, ports }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return openWorkplace({ chromium, headless });
  });
  await workplace.setUp((settings) => ({ ...settings, undoSeconds: emptySettings.undoSeconds }));
  await showInvoice(workplace);
  console.log(words(workplace));
  await new Promise<void>((closed) => {
    workplace.browser.context.on('close', () => closed());
    process.once('SIGINT', () => closed());
  });
  await workplace.close();
}

async function runOnce(chromium: string): Promise<void> {
  const workplace = await openWorkplace({ chromium, headless: true });
  try {
    await workplace.setUp();
    console.log(await journey(workplace));
  } finally {
    await workplace.close();
  }
}

async function showInvoice({ browser, site, inbox }: Workplace): Promise<void> {
  const first = browser.context.pages()[0] ?? (await browser.context.newPage());
  await first.goto(inbox.url);
  const invoice = await browser.context.newPage();
  await invoice.goto(site.url);
  await invoice.goto(site.invoiceUrl);
  await invoice.bringToFront();
}

function words({ site, inbox }: Workplace): string {
  return `
The browser shows a sample invoice: ${site.invoiceUrl}
Press the Tabpost button (the envelope in the toolbar), type any address, press Send.
What you send arrives here, and nowhere else: ${inbox.url}
Close the browser, or press Ctrl+C, to end.
`;
}
