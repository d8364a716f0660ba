import { simpleParser } from 'mailparser';
import type { Page } from 'playwright/test';
import { sha256 } from '../../scripts/demo/sha256.ts';
import { companionProcesses } from '../support/companion-processes.ts';
import { endBrowser, killWorker, reloadExtension, signal } from '../support/faults.ts';
import { addRecipient, closePopup, expect, type Office, sendButton, sendTo, test } from '../support/office.ts';
import { badge, openOutbox } from '../support/outbox-page.ts';
import { plainServer } from '../support/sample-job.ts';
import { barrier, scriptedServer, withServer } from '../support/scripted-office.ts';
import type { Script } from '../support/scripted-smtp.ts';

const anna = 'anna@northwind.example';

/** Sends the invoice to a server that follows this script, up to the moment when the server stops at the barrier. */
async function sendUpTo(office: Office, step: 'greeting' | 'DATA' | 'dot', { to, page } = { to: anna, page: '' }) {
  const { passed, open } = barrier();
  const usual = { greeting: '220 scripted ESMTP', DATA: '354 go ahead', dot: '250 2.0.0 queued' };
  const wait = async () => {
    await passed;
    return usual[step];
  };
  const server = await scriptedServer(office, { [step]: wait } as Script);
  await office.showInvoice(page);
  const popup = await office.press(`${office.site.invoiceUrl}${page}`);
  await sendTo(popup, to);
  const again = popup.getByText(/Press Send again/); // another mail of this test had the same PDF
  await Promise.race([server.reached(step), again.waitFor().then(() => sendButton(popup).click())]);
  await server.reached(step);
  return { server, popup, open };
}

async function isSent(office: Office, to = anna): Promise<void> {
  const outbox = await openOutbox(office);
  await expect(outbox.getByRole('row', { name: new RegExp(to) })).toContainText('Sent', { timeout: 20_000 });
}

async function close(popup: Page): Promise<void> {
  await Promise.all([popup.waitForEvent('close'), popup.evaluate(() => window.close())]);
}

const strikes: {
  fault: string;
  step: 'greeting' | 'DATA' | 'dot';
  strike: (office: Office) => void | Promise<void>;
}[] = [
  { fault: 'F2 worker killed', step: 'greeting', strike: killWorker },
  { fault: 'F2 worker killed', step: 'DATA', strike: killWorker },
  { fault: 'F2 worker killed', step: 'dot', strike: killWorker },
  { fault: 'F3 extension reloaded', step: 'dot', strike: reloadExtension },
  {
    fault: 'F4 companion killed',
    step: 'dot',
    strike: (office) => signal(companionProcesses(office.dataDir).companions, 'SIGKILL'),
  },
];

test('F2 F3 F4 worker killed, extension reloaded, companion killed while sending: the courier finishes, one copy each, shown as sent', async ({
  office,
}) => {
  for (const [n, { fault, step, strike }] of strikes.entries()) {
    await test.step(`${fault} at ${step}`, async () => {
      const to = `n${n}@northwind.example`;
      const { server, open } = await sendUpTo(office, step, { to, page: `?n=${n}` });
      await using _end = server;
      await strike(office);
      open();
      await isSent(office, to);
      expect(server.messages).toHaveLength(1);
    });
  }
});

for (const how of ['SIGTERM', 'SIGKILL'] as const) {
  test(`F5 browser ended by ${how} while sending: the next start shows the result once`, async ({ office }) => {
    const { server, open } = await sendUpTo(office, 'dot');
    await using _end = server;
    await endBrowser(office, how);
    open();
    await office.relaunch();
    await isSent(office);
    const outbox = await openOutbox(office);
    await expect(outbox.getByRole('row', { name: new RegExp(anna) })).toHaveCount(1);
    expect(server.messages).toHaveLength(1);
  });
}

test('F10 asleep while sending: woken, it goes on where it was, without a second copy', async ({ office }) => {
  const { server, popup, open } = await sendUpTo(office, 'dot');
  await using _end = server;
  await expect(popup.getByText(/Waiting for the server/)).toBeVisible();
  const all = Object.values(companionProcesses(office.dataDir)).flat();
  signal(all, 'SIGSTOP');
  open();
  signal(all, 'SIGCONT');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  expect(server.messages).toHaveLength(1);
});

test('F15 greylisted, then accepted: one copy, and the reason while it waits', async ({ office }) => {
  await using server = await scriptedServer(office, {
    RCPT: () =>
      server.commands.filter((line) => line.startsWith('RCPT')).length > 1 ? '250 ok' : '450 4.7.1 greylisted',
  });
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, anna);
  await expect(popup.getByText(/can't take mail for anna@northwind.example right now/)).toBeVisible();
  await expect(popup.getByText(/tries again/)).toBeVisible();
  expect(await badge(popup)).toBe('1');
  await popup.getByRole('button', { name: 'Send now' }).click();
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  expect(server.messages).toHaveLength(1);
});

test('F16 421 in the middle: it waits, and leaves once', async ({ office }) => {
  let tries = 0;
  await using server = await scriptedServer(office, {
    MAIL: (session) => {
      if (++tries > 1) return '250 ok';
      session.say('421 4.3.2 closing\r\n');
      session.hangUp();
      return undefined;
    },
  });
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, anna);
  await expect(popup.getByText('Waiting in the outbox')).toBeVisible();
  await popup.getByRole('button', { name: 'Send now' }).click();
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  expect(server.messages).toHaveLength(1);
});

test('F17 two presses in 20 rounds, by double click, by Enter and click, in two popups: one copy each', async ({
  office,
}) => {
  test.setTimeout(180_000);
  await office.showInvoice();
  let popup = await office.press();
  for (let round = 0; round < 20; round++) {
    const address = `round${round}@northwind.example`;
    await addRecipient(popup, address);
    await expect(sendButton(popup)).toBeEnabled();
    if (round % 3 === 0) await sendButton(popup).dblclick({ noWaitAfter: true });
    else if (round % 3 === 1) {
      const { x, y } = (await sendButton(popup).boundingBox()) ?? { x: 0, y: 0 };
      await sendButton(popup).focus();
      await Promise.all([popup.keyboard.press('Enter'), popup.mouse.click(x + 8, y + 8)]); // whatever stands there by then
    } else {
      await close(popup);
      popup = await office.press();
      await expect(sendButton(popup)).toBeEnabled();
      await Promise.all([popup.keyboard.press('Control+Enter'), popup.keyboard.press('Control+Enter')]);
    }
    await expect(popup.getByText(new RegExp(`went to ${address}`))).toBeVisible();
    await popup.getByRole('button', { name: 'Send to someone else' }).click();
  }
  expect(office.inbox.messages.map(({ to }) => to[0])).toEqual(
    Array.from({ length: 20 }, (_, round) => `round${round}@northwind.example`),
  );
});

test('F17 the same invoice in two windows: the second press asks', async ({ office }) => {
  await office.showInvoice();
  const first = await office.press();
  await sendTo(first, anna);
  await expect(first.getByText(/Accepted by/).first()).toBeVisible();
  await close(first);
  const other = await office.browser.context.newPage();
  await other.goto(`${office.site.invoiceUrl}?window=2`);
  const second = await office.press(`${office.site.invoiceUrl}?window=2`);
  await sendTo(second, anna);
  await expect(second.getByText(/Press Send again/)).toBeVisible();
  expect(office.inbox.messages).toHaveLength(1);
});

test('F18 two mails under way at once through two accounts: each at its own server, each with its own text', async ({
  office,
}) => {
  const { server: one, popup, open } = await sendUpTo(office, 'dot');
  await using _one = one;
  await closePopup(popup);
  await using two = await scriptedServer(office, {});
  await office.setUp((settings) => ({
    ...settings,
    profiles: settings.profiles.flatMap((profile) => [
      { ...profile, id: 'second', server: plainServer(two.port) },
      { ...profile, server: plainServer(one.port) },
    ]),
  }));
  const tab = await office.browser.context.newPage();
  await tab.goto(`${office.site.invoiceUrl}?copy=2`);
  const second = await office.press(`${office.site.invoiceUrl}?copy=2`);
  await expect(second.getByText('Invoice-2026-0417.pdf', { exact: true })).toBeVisible();
  await second.getByLabel('Subject').fill('The other one');
  await addRecipient(second, 'hugo@contoso.example');
  await sendButton(second).click();
  await expect(second.getByText(/Press Send again/)).toBeVisible();
  await sendButton(second).click();
  await expect(second.getByText(/Accepted by/).first()).toBeVisible();
  open();
  await isSent(office);
  expect(one.messages).toHaveLength(1);
  expect(two.messages).toHaveLength(1);
  const mails = await Promise.all([one, two].map(({ messages }) => simpleParser(messages[0] ?? '')));
  expect(mails.map(({ subject }) => subject)).toEqual(['Invoice-2026-0417', 'The other one']);
  for (const { attachments } of mails) {
    expect(sha256(attachments[0]?.content ?? Buffer.alloc(0))).toBe(sha256(office.site.pdf));
  }
});

test('F25 the answer comes after the popup was closed: sent', async ({ office }) => {
  const { server, popup, open } = await sendUpTo(office, 'dot');
  await using _end = server;
  await expect(popup.getByText(/Waiting for the server/)).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  await close(popup);
  open();
  await isSent(office);
});

test('F27 the page changes while sending: what was on the screen at Send is what arrives', async ({ office }) => {
  const { passed, open } = barrier();
  await using server = await scriptedServer(office, {
    DATA: async () => {
      await passed;
      return '354 go ahead';
    },
  });
  const tab = await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, anna);
  await server.reached('DATA');
  await tab.goto(office.site.url);
  open();
  await isSent(office);
  const { attachments } = await simpleParser(server.messages[0] ?? '');
  expect(sha256(attachments[0]?.content ?? Buffer.alloc(0))).toBe(sha256(office.site.pdf));
});

test('F28 larger than the server takes: said after a connection test, refused before DATA, both numbers shown', async ({
  office,
}) => {
  await using server = await scriptedServer(office, { EHLO: '250-scripted\r\n250 SIZE 105000' });
  await office.showInvoice();
  const popup = await office.press();
  await popup.getByRole('button', { name: 'Test connection' }).click();
  await expect(popup.getByText(/^The test (?:passed|stopped at)/)).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
  const said = popup.getByText(/It would be \d+ KB as an e-mail; .* accepts 103 KB\. Save the PDF with fewer pictures/);
  await expect(said).toBeVisible();
  await sendTo(popup, anna);
  await expect(popup.getByRole('alert')).toContainText(/The mail is 0\.2 MB; .* takes at most 0\.1 MB/);
  await expect(said).toHaveCount(0); // the failure says the same
  expect(server.commands.some((line) => line.startsWith('DATA'))).toBe(false);
});

test('F29 nobody knows: badge and banner until a person answers, and no second copy by itself', async ({ office }) => {
  await using server = await scriptedServer(office, {
    dot: (session) => {
      session.hangUp();
      return undefined;
    },
  });
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, anna);
  await expect(popup.getByText('The connection broke after the message was handed over')).toBeVisible();
  await close(popup);
  await endBrowser(office, 'SIGTERM');
  await office.relaunch();
  const outbox = await openOutbox(office);
  await expect.poll(() => badge(outbox)).toBe('!');
  await office.showInvoice();
  const again = await office.press();
  await expect(again.getByText('One message needs your answer')).toBeVisible();
  await close(again);
  await outbox.getByRole('button', { name: 'Mark sent' }).click();
  await expect.poll(() => badge(outbox)).toBe('');
  expect(server.messages).toHaveLength(1);
});

test("F30 an address disabled while its mail waits: refused by today's rules, nothing reaches the server", async ({
  office,
}) => {
  await using server = await scriptedServer(office, { greeting: '421 come back later' });
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, anna);
  await expect(popup.getByText('Waiting in the outbox')).toBeVisible();
  const before = server.connections();
  await office.setUp((settings) => ({ ...withServer(settings, server.port), disabled: ['*@northwind.example'] }));
  await popup.getByRole('button', { name: 'Send now' }).click();
  await expect(popup.getByRole('alert')).toContainText(`Nothing can be sent to ${anna}`);
  expect(server.connections()).toBe(before);
  expect(server.messages).toHaveLength(0);
});

test('cancelled before the last byte: nothing is delivered and the draft is editable again', async ({ office }) => {
  const { server, popup, open } = await sendUpTo(office, 'DATA');
  await using _end = server;
  await expect(async () => {
    await popup.getByRole('button', { name: 'Cancel' }).click({ timeout: 300 }); // too early a press is the second half of a double click
    await expect(popup.getByLabel('Subject')).toBeEnabled({ timeout: 1000 });
  }).toPass();
  open();
  expect(server.messages).toHaveLength(0);
});
