import { browser } from 'wxt/browser';
import type { Handlers } from '../protocol/rpc-server.ts';
import { serve } from '../protocol/rpc-server.ts';
import { backgroundPort, type Runtime, runtime } from '../protocol/runtime.ts';
import { portTransport } from './port-transport.ts';

/** Answers the extension's own pages and nobody else: a script inside a web page has our id too, but not our address. */
export function servePages(handlers: Handlers<Runtime>): void {
  browser.runtime.onConnect.addListener((port) => {
    const own = port.sender?.id === browser.runtime.id && port.sender.url?.startsWith(browser.runtime.getURL('/'));
    if (port.name !== backgroundPort || !own) return port.disconnect();
    serve(runtime, handlers, portTransport(port));
  });
}
