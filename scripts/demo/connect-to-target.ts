import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright';
import { WebSocket, WebSocketServer } from 'ws';

/**
 * Connects to a running browser of which Playwright sees this one target, and no other: of its own accord it greets every page there
 * is, so that a page with an open dialog or ten thousand pictures would hold up what is done in the popup.
 * @param endpoint address of the browser's own socket
 */
export async function connectToTarget(endpoint: string, targetId: string): Promise<Browser> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (playwright) => {
    server.close(); // there comes only this one
    join(playwright, new WebSocket(endpoint, { perMessageDeflate: false }), targetId);
  });
  await once(server, 'listening');
  return chromium.connectOverCDP(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

type Message = {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: { sessionId?: string; targetInfo?: { targetId: string } };
};

/** Playwright counts its own messages from 1. */
const firstOwnId = 2 ** 30;

function join(playwright: WebSocket, browser: WebSocket, targetId: string): void {
  const opened = once(browser, 'open');
  const hidden = new Set<string>();
  let ownId = firstOwnId;
  playwright.on('message', async (data) => {
    await opened;
    browser.send(String(data));
  });
  browser.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message;
    const target = message.sessionId === undefined ? message.params?.targetInfo?.targetId : undefined;
    const attached = message.params?.sessionId ?? '';
    if (message.method === 'Target.attachedToTarget' && target !== undefined && target !== targetId) {
      hidden.add(attached);
      // A page that opens just now waits until everybody who listens lets it go on.
      browser.send(JSON.stringify({ id: ownId++, method: 'Runtime.runIfWaitingForDebugger', sessionId: attached }));
      browser.send(JSON.stringify({ id: ownId++, method: 'Target.detachFromTarget', params: { sessionId: attached } }));
    } else if (!isHidden(message, hidden)) {
      playwright.send(String(data));
    }
  });
  playwright.on('close', () => browser.close());
  browser.on('close', () => playwright.close());
}

function isHidden({ id = 0, method, sessionId = '', params }: Message, hidden: Set<string>): boolean {
  const isOfHidden = method === 'Target.detachedFromTarget' && hidden.has(params?.sessionId ?? '');
  return id >= firstOwnId || hidden.has(sessionId) || isOfHidden;
}
