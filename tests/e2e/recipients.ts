import { createServer, type Server } from 'node:net';
import type { Page } from 'playwright/test';
import type { Settings } from '../../domain/settings.ts';
import { ensureProgram } from '../../scripts/set-up.mjs';
import { addRecipient, expect, type Office, sendButton, sendTo, test } from '../support/office.ts';
import { type Postfix, startPostfix } from '../support/postfix.ts';

// The extension page's own global; only what is used here.
declare const chrome: {
  storage: { session: { get(key: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
  runtime: {
    connect(info: { name: string }): {
      onMessage: { addListener(receive: (frame: { id?: string }) => void): void };
      postMessage(frame: object): void;
    };
  };
};

async function open(office: Office): Promise<Page> {
  await office.showInvoice();
  const popup = await office.press();
  await expect(popup.getByText('Invoice-2026-0417.pdf', { exact: true })).toBeVisible();
  return popup;
}

test.describe('three people get the mail through a real Postfix', () => {
  const program = process.getuid?.() === 0 ? ensureProgram('postfix') : undefined;
  const people = ['anna@keep.example', 'hugo@keep.example', 'ines@keep.example'];
  let postfix: Postfix;
  test.skip(!program, 'Postfix needs root');
  test.beforeEach(async () => {
    postfix = await startPostfix(String(program));
  });
  test.afterEach(() => postfix.stop());

  /** Sends to all three and gives the copy each of them got. */
  async function copies(office: Office, severalRecipients: Settings['severalRecipients']) {
    const { port, login, certificate } = postfix;
    office.inbox.login.password = login.pass; // what setUp hands to the companion
    await office.setUp((settings) => {
      const { server, ...profile } = settings.profiles[0] as Settings['profiles'][number];
      const own = { ...server, host: '127.0.0.1', port, login: login.user, pin: { ...certificate.pin } };
      return { ...settings, severalRecipients, profiles: [{ ...profile, server: own }] };
    });
    const popup = await open(office);
    await addRecipient(popup, people.join('; '));
    await sendButton(popup).click();
    await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
    await expect.poll(() => postfix.delivered().length).toBe(3);
    const delivered = postfix.delivered().sort((a, b) => a.to.localeCompare(b.to));
    expect(delivered.map(({ to }) => to)).toEqual(people);
    return delivered;
  }
  const named = (raw: string) => people.filter((address) => raw.includes(address));

  test('blind: nobody stands in the raw bytes of any copy', async ({ office }) => {
    for (const { raw } of await copies(office, 'blind')) {
      expect(raw).toMatch(/^To: undisclosed-recipients:;\r?$/m);
      expect(raw).not.toMatch(/^(?:resent-)?b?cc:/im);
      expect(named(raw)).toEqual([]);
    }
  });

  test('visible: all stand in To of every copy', async ({ office }) => {
    for (const { raw } of await copies(office, 'visible')) {
      const to = /^To:((?:.*\r?\n[ \t])*.*)$/m.exec(raw)?.[1] ?? '';
      expect(to.split(',').map((address) => address.trim())).toEqual(people);
      expect(raw).not.toMatch(/^bcc:/im);
    }
  });

  test('one mail each: everybody finds only themselves', async ({ office }) => {
    const delivered = await copies(office, 'each');
    for (const { to, raw } of delivered) {
      expect(raw).toContain(`To: ${to}`);
      expect(named(raw)).toEqual([to]);
    }
    const ids = delivered.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(3);
  });
});

test.describe('a disabled address cannot be mailed by any route: no connection is made', () => {
  const boss = 'Boss+april@Corp.example';
  const disabled = ['boss@corp.example'];
  let listener: { server: Server; port: number; connections: number };
  test.beforeEach(async () => {
    listener = await listen();
  });
  test.afterEach(async () => {
    expect(listener.connections).toBe(0);
    await new Promise((closed) => listener.server.close(closed));
  });

  const prepared =
    (change: Partial<Settings> = {}) =>
    (settings: Settings): Settings => ({
      ...settings,
      profiles: settings.profiles.map(listening),
      disabled,
      ...change,
    });
  const listening = (profile: Settings['profiles'][number]) => ({
    ...profile,
    server: { ...profile.server, port: listener.port },
  });

  for (const field of ['To', 'Cc', 'Bcc']) {
    test(`typed into ${field}`, async ({ office }) => {
      await office.setUp(prepared());
      const popup = await open(office);
      await addRecipient(popup, 'anna@northwind.example');
      await popup.getByRole('button', { name: 'Cc/Bcc' }).click();
      const box = popup.getByLabel(field, { exact: true });
      await box.fill(boss);
      await box.press('Control+Enter');
      await expect(popup.getByRole('alert')).toContainText('is on the disabled list (boss@corp.example)');
      await expect(sendButton(popup)).toBeVisible();
    });
  }

  test('pasted among others', async ({ office }) => {
    await office.setUp(prepared());
    const popup = await open(office);
    await addRecipient(popup, `anna@northwind.example; The boss <${boss}>`);
    await expect(popup.getByRole('alert')).toContainText('is on the disabled list');
    await sendButton(popup).click();
    await expect(popup.getByRole('alert')).toContainText('is on the disabled list');
  });

  test.describe('put where the form does not look', () => {
    const reply = (settings: Settings): Settings => ({
      ...settings,
      profiles: settings.profiles.map((profile) => ({ ...profile, replyTo: [boss] })),
    });
    const cases: [string, (settings: Settings) => Settings][] = [
      ['a constant blind copy', (settings) => ({ ...settings, alwaysBcc: [boss] })],
      [
        'a constant blind copy, one mail each',
        (settings) => ({ ...settings, alwaysBcc: [boss], severalRecipients: 'each' }),
      ],
      ['a reply address', reply],
    ];
    for (const [name, change] of cases) {
      test(name, async ({ office }) => {
        await office.setUp((settings) => change(prepared()(settings)));
        const popup = await open(office);
        await sendTo(popup, 'anna@northwind.example; hugo@contoso.example');
        await expect(popup.getByText(/Nothing can be sent to Boss\+april@corp\.example/i)).toBeVisible();
      });
    }
  });

  test('by a message to the background, in a draft changed behind the form, with rules of its own', async ({
    office,
  }) => {
    await office.setUp(prepared());
    const popup = await open(office);
    const tabId = await popup.evaluate(async (address) => {
      const stored = Object.entries(await chrome.storage.session.get(null));
      const [key = '', draft] = stored.find(([name]) => name.startsWith('draft:')) ?? [];
      await chrome.storage.session.set({ [key]: { ...(draft as object), to: [{ name: '', address }] } });
      return Number(key.slice('draft:'.length));
    }, 'Boss+april@corp.example');
    const failed = { type: 'failure', failure: { code: 'address-disabled' } };
    expect(await ask(popup, 'send', { tabId, texts: {}, again: false, disabled: [] })).toMatchObject(failed);
    const hidden = { to: [], bcc: [{ name: '', address: boss }] };
    expect(await ask(popup, 'send', { tabId, texts: hidden, again: true })).toMatchObject(failed);
  });

  test('disabled while the form is open', async ({ office }) => {
    await office.setUp(prepared({ disabled: [] }));
    const popup = await open(office);
    await addRecipient(popup, boss);
    await expect(popup.getByText('Boss+april@corp.example')).toBeVisible();
    await office.setUp(prepared());
    await sendButton(popup).click();
    await expect(popup.getByText(/Nothing can be sent to Boss\+april/)).toBeVisible();
  });

  test('disabled while its mail waits in the outbox', async ({ office }) => {
    await office.setUp((settings) => ({
      ...prepared({ disabled: [] })(settings),
      profiles: settings.profiles.map((profile) => ({ ...profile, server: { ...profile.server, port: 1 } })),
    }));
    const popup = await open(office);
    await sendTo(popup, boss);
    await expect(popup.getByText(/nothing answers at localhost:1/)).toBeVisible();
    await office.setUp(prepared());
    await popup.getByRole('button', { name: 'Send now' }).click();
    await expect(popup.getByText(/Nothing can be sent to Boss\+april/)).toBeVisible();
  });
});

/** A port that only counts who comes. */
async function listen() {
  const listener = { connections: 0, port: 0, server: createServer() };
  listener.server.on('connection', (socket) => {
    listener.connections++;
    socket.destroy();
  });
  await new Promise<void>((ready) => listener.server.listen(0, '127.0.0.1', ready));
  const address = listener.server.address();
  listener.port = typeof address === 'object' && address ? address.port : 0;
  return listener;
}

/** What the background answers to a frame that no form of ours would send. */
function ask(popup: Page, type: string, body: object): Promise<unknown> {
  return popup.evaluate(
    ([name, request]) =>
      new Promise((answer) => {
        const port = chrome.runtime.connect({ name: 'tabpost-background' });
        port.onMessage.addListener((frame) => frame.id === 'by-hand' && answer(frame));
        port.postMessage({ v: 1, id: 'by-hand', type: name, body: request });
      }),
    [type, body] as const,
  );
}
