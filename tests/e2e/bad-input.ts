import type { Page } from 'playwright/test';
import type { Settings } from '../../domain/settings.ts';
import { addRecipient, expect, type Office, sendButton, sendTo, test } from '../support/office.ts';
import { picture } from '../support/picture.ts';
import { pressAway } from '../support/press-away.ts';

test.describe('a page that gives no PDF says why and what to do', () => {
  test("one of the browser's own pages", async ({ office }) => {
    const tab = await office.browser.context.newPage();
    await tab.goto('chrome://version/');
    const popup = await office.press(tab.url());
    await expect(popup.getByRole('alert')).toContainText("This page can't be turned into a PDF");
  });

  test('an error page', async ({ office }) => {
    const tab = await office.browser.context.newPage();
    await office.site.close();
    await tab.goto(office.site.invoiceUrl).catch(() => undefined); // refused, which is the point
    const popup = await office.press(office.site.invoiceUrl);
    await expect(popup.getByRole('alert')).toContainText('it shows an error');
  });

  test('a login page that answers in the place of the PDF, and the way back', async ({ office }) => {
    const tab = await office.showInvoice();
    await tab.goto(office.site.uncachedUrl);
    await noLongerCached(tab);
    await office.browser.context.clearCookies(); // the session at the invoicing application has ended
    const popup = await office.press(office.site.uncachedUrl);
    await expect(popup.getByRole('alert')).toContainText('The server sent a web page instead of the PDF');
    const other = await office.browser.context.newPage();
    await other.goto(office.site.url); // signs in again
    await tab.bringToFront();
    const again = await office.press(office.site.uncachedUrl);
    await expect(again.getByText('Invoice-2026-0417.pdf', { exact: true })).toBeVisible();
  });
});

test('a recipient that cannot be mailed stays in the field with the reason', async ({ office }) => {
  const incomplete = 'is not a complete e-mail address';
  await office.showInvoice();
  const popup = await office.press();
  await expect(popup.getByText('Invoice-2026-0417.pdf', { exact: true })).toBeVisible();
  await expect(sendButton(popup)).toBeDisabled();
  for (const [text, reason] of [
    ['anna', incomplete],
    ['anna@', incomplete],
    ['@northwind.example', incomplete],
    ['a b@c.example', incomplete],
    ['anna@localhost', incomplete],
    ['a@b.example\u202e', 'holds characters behind the @'],
    ['boss@blocked.example', 'boss@blocked.example is on the disabled list (*@blocked.example)'],
  ] as const) {
    await test.step(JSON.stringify(text), async () => {
      await addRecipient(popup, text);
      await expect(popup.getByRole('alert')).toContainText(reason);
      await staysUnsent(office, popup);
    });
  }
});

test.describe('without a companion', () => {
  test.use({ companion: false });

  test('the popup says so and gives the command', async ({ office }) => {
    await office.showInvoice();
    const popup = await office.press();
    await expect(popup.getByText("The Tabpost companion isn't installed")).toBeVisible();
    await picture(popup, 'popup-companion-missing');
    await expect(popup.getByRole('button', { name: 'Check again' })).toBeVisible();
  });
});

test.describe('without settings', () => {
  test.use({ configured: false });

  test('the popup leads to them', async ({ office }) => {
    await office.showInvoice();
    const popup = await office.press();
    const options = await pressAway(office.browser.context, popup.getByRole('button', { name: /Set up/ }));
    await options.waitForURL(/options|welcome/);
  });
});

test.describe('a server that cannot be used: nothing is sent, the draft stays', () => {
  const cases: { name: string; change: (server: Server) => Partial<Server>; says: RegExp }[] = [
    {
      name: 'unknown host',
      change: () => ({ host: 'smtp.no-such-name.invalid' }),
      says: /smtp\.no-such-name\.invalid/,
    },
    { name: 'certificate nobody vouches for', change: () => ({ pin: undefined }), says: /certificate/i },
    { name: 'SSL on a port that begins in plain text', change: () => ({ security: 'ssl' }), says: /TLS|SSL/ },
  ];
  for (const { name, change, says } of cases) {
    test(name, async ({ office }) => {
      await office.setUp((settings) => withServer(settings, change));
      await failToSend(office, says);
    });
  }

  test('nothing listens: kept for later, with the reason and the time of the next try', async ({ office }) => {
    await office.setUp((settings) => withServer(settings, () => ({ port: 1 })));
    await office.showInvoice();
    const popup = await office.press();
    await sendTo(popup, 'anna@northwind.example');
    await expect(popup.getByText(/nothing answers at localhost:1/)).toBeVisible();
    await expect(popup.getByText(/tries again/)).toBeVisible();
    await picture(popup, 'popup-waiting');
    await office.setUp();
    await popup.getByRole('button', { name: 'Send now' }).click();
    await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
    expect(office.inbox.messages).toHaveLength(1);
  });

  test('wrong password', async ({ office }) => {
    office.inbox.login.password = 'changed at the server';
    const popup = await failToSend(office, /refused your sign-in|password/i);
    await picture(popup, 'popup-login-refused');
    office.inbox.login.password = 'demo password';
    await popup.getByRole('button', { name: /^Send again/ }).click();
    await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
    expect(office.inbox.messages).toHaveLength(1);
  });
});

/** As long as the viewer still reads the answer, even one marked no-store is shared from the cache. */
async function noLongerCached(tab: Page): Promise<void> {
  const ask = () => fetch(location.href, { cache: 'only-if-cached', mode: 'same-origin' }).then(({ ok }) => ok);
  await expect.poll(() => tab.evaluate(ask).catch(() => false)).toBe(false);
}

/** Ctrl+Enter is Send from anywhere, also where the button is off. */
async function staysUnsent(office: Office, popup: Page): Promise<void> {
  await popup.keyboard.press('Control+Enter');
  await expect(popup.getByRole('alert')).toBeVisible();
  await expect(popup.getByRole('heading', { name: 'Send this page' })).toBeVisible();
  expect(office.inbox.messages).toHaveLength(0);
}

type Server = Settings['profiles'][number]['server'];

function withServer(settings: Settings, change: (server: Server) => Partial<Server>): Settings {
  const profiles = settings.profiles.map((profile) => {
    const { pin, ...server } = { ...profile.server, ...change(profile.server) };
    return { ...profile, server: pin ? { ...server, pin } : server };
  });
  return { ...settings, profiles };
}

async function failToSend(office: Office, says: RegExp) {
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByRole('alert')).toContainText(says);
  await expect(popup.getByText('anna@northwind.example').first()).toBeVisible();
  expect(office.inbox.messages).toHaveLength(0);
  return popup;
}
