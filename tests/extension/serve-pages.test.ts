import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { servePages } from '../../extension/serve-pages.ts';
import { backgroundPort } from '../../protocol/runtime.ts';

it.each([
  ['our own popup', { id: 'own', url: 'chrome-extension://own/popup.html' }, true],
  ['a script of ours inside a web page', { id: 'own', url: 'https://evil.test/' }, false],
  ['an address that begins like ours', { id: 'own', url: 'chrome-extension://own.evil.test/' }, false],
  ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }, false],
  ['nobody', undefined, false],
])('%s may give commands: %o -> %s', (_who, sender, served) => {
  const listeners: ((port: unknown) => void)[] = [];
  Object.assign(fakeBrowser.runtime, {
    id: 'own',
    getURL: (path: string) => `chrome-extension://own${path}`,
    onConnect: { addListener: (listener: (port: unknown) => void) => listeners.push(listener) },
  });
  servePages({} as never);
  const event = { addListener: vi.fn() };
  const port = { name: backgroundPort, sender, onMessage: event, onDisconnect: event, disconnect: vi.fn() };
  for (const listener of listeners) listener(port);
  expect(event.addListener.mock.calls.length > 0).toBe(served);
});
